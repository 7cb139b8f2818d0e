import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import type { Client } from '../../outbound/http/client';
import { listSupportedProviders } from '../../outbound/endpoints/providers';
import { listRecipients } from '../../outbound/endpoints/recipients';
import type { Outcome } from '../../outbound/outcome';
import { outcomeOf } from '../../outbound/outcome';
import { nodeErrorOf } from '../shared/output/nodeError';
import { openEditorClient } from './open';
import { partnerCredential } from './partnerAuthentication';

/** The recipients of the partner, by name. */
export async function getRecipients(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const listed = await outcomeOf(async () => await listRecipients(await partnerClient(this)));
	return sorted(
		valueOf(this, listed).map(({ client_id, name }) => ({
			name: name ?? client_id,
			value: client_id,
			description: client_id,
		})),
	);
}

/** Every provider that Flinks supports, by name and country. */
export async function getProviders(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const listed = await outcomeOf(
		async () => await listSupportedProviders(await partnerClient(this)),
	);
	return sorted(
		valueOf(this, listed).map(({ provider_id, name, country }) => ({
			name: `${name}${country ? ` (${country})` : ''}`,
			value: String(provider_id),
			description: `Provider ${provider_id}`,
		})),
	);
}

async function partnerClient(context: ILoadOptionsFunctions): Promise<Client> {
	const authentication = context.getCurrentNodeParameter('authentication');
	return await openEditorClient(context, partnerCredential(authentication));
}

function valueOf<T>(context: ILoadOptionsFunctions, outcome: Outcome<T>): T {
	if (outcome.kind === 'done') return outcome.value;
	throw nodeErrorOf(context.getNode(), outcome.failure, 0);
}

function sorted(options: INodePropertyOptions[]): INodePropertyOptions[] {
	return options.sort((a, b) => a.name.localeCompare(b.name));
}
