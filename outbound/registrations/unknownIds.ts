import type { Batch } from '../endpoints/batch';
import type { Failure } from '../failure';
import type { Directory } from './directory';
import { unknownBoth, unknownProvider, unknownRecipient } from './directory';
import { pairsOf, type Pair } from './pairs';

export interface Sieved {
	/** What is left to request; `null` where every pair of the batch has an ID that Flinks does not know. */
	readonly rest: Batch | null;
	readonly unknown: ReadonlyArray<{ readonly pairs: readonly Pair[]; readonly failure: Failure }>;
}

/** The IDs that were in a refused request and that Flinks does not list either. */
export interface UnknownIds {
	/** Looks the IDs of a refused batch up; true where some of them are not known to Flinks. */
	learnFrom(batch: Batch): Promise<boolean>;
	/** Takes the pairs with such IDs out of a batch. */
	sieve(batch: Batch): Sieved;
}

export function createUnknownIds(directory: Directory): UnknownIds {
	const recipients = new Set<string>();
	const providers = new Set<string>();

	return {
		async learnFrom({ recipientIds, providerIds }) {
			const [knownRecipients, knownProviders] = await Promise.all([
				directory.recipients(),
				directory.providers(),
			]);
			const bad = (ids: readonly string[], known: ReadonlySet<string> | undefined) =>
				known ? ids.filter((id) => !known.has(id)) : [];
			const [badRecipients, badProviders] = [
				bad(recipientIds, knownRecipients),
				bad(providerIds, knownProviders),
			];
			for (const id of badRecipients) recipients.add(id);
			for (const id of badProviders) providers.add(id);
			return badRecipients.length + badProviders.length > 0;
		},

		sieve(batch) {
			const isUnknown = ({ recipientId, providerId }: Pair) =>
				recipients.has(recipientId) || providers.has(providerId);
			const rest = {
				recipientIds: batch.recipientIds.filter((id) => !recipients.has(id)),
				providerIds: batch.providerIds.filter((id) => !providers.has(id)),
			};
			const isEmpty = rest.recipientIds.length === 0 || rest.providerIds.length === 0;
			return {
				rest: isEmpty ? null : rest,
				unknown: pairsOf(batch.recipientIds, batch.providerIds)
					.filter(isUnknown)
					.map((pair) => ({ pairs: [pair], failure: failureFor(pair) })),
			};
		},
	};

	function failureFor({ recipientId, providerId }: Pair): Failure {
		if (!providers.has(providerId)) return unknownRecipient(recipientId);
		if (!recipients.has(recipientId)) return unknownProvider(providerId);
		return unknownBoth(recipientId, providerId);
	}
}
