import type { Client } from '../http/client';
import { listSupportedProviders } from '../endpoints/providers';
import { listRecipients } from '../endpoints/recipients';
import type { Failure } from '../failure';
import { UNKNOWN } from '../model/reading';
import { outcomeOf } from '../outcome';

/** Which IDs Flinks knows, asked once each and only when a refusal makes it worth a request. */
export interface Directory {
	/** `undefined` where the list cannot be read. */
	recipients(): Promise<ReadonlySet<string> | undefined>;
	/** `undefined` also where the list is empty: Flinks supports thousands, so that explains nothing. */
	providers(): Promise<ReadonlySet<string> | undefined>;
}

export function createDirectory(client: Client): Directory {
	return {
		recipients: once(async () => (await listRecipients(client)).map(({ client_id: id }) => id)),
		providers: once(async () => {
			const ids = (await listSupportedProviders(client)).map(({ provider_id: id }) => id);
			return ids.length === 0 ? undefined : ids;
		}),
	};
}

export function unknownRecipient(recipientId: string): Failure {
	return {
		kind: 'not-found',
		title: `Flinks does not know the recipient ${recipientId}`,
		remedy: 'Pick the recipient from the list, or check its ID with Flinks.',
	};
}

export function unknownProvider(providerId: string): Failure {
	return {
		kind: 'not-found',
		title: `Flinks does not know the provider ${providerId}`,
		remedy:
			'Pick the provider from the list, or look its ID up with the Flinks Data Providers node.',
	};
}

export function unknownBoth(recipientId: string, providerId: string): Failure {
	return {
		kind: 'not-found',
		title: `Flinks knows neither the recipient ${recipientId} nor the provider ${providerId}`,
		remedy: 'Pick both from the lists, or check their IDs with Flinks.',
	};
}

function once(
	list: () => Promise<ReadonlyArray<number | string> | undefined>,
): () => Promise<ReadonlySet<string> | undefined> {
	let asked: Promise<ReadonlySet<string> | undefined> | undefined;
	const ask = async () => {
		const read = await outcomeOf(list);
		if (read.kind === 'failed' || !read.value) return undefined;
		// A row whose ID cannot be read may be the very one that seems to be missing.
		return read.value.includes(UNKNOWN) ? undefined : new Set(read.value.map(String));
	};
	return async () => await (asked ??= ask());
}
