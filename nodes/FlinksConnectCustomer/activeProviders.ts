import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { listProvidersWithStatus } from '../../outbound/endpoints/activeProviders';
import { FlinksFailure } from '../../outbound/failure';
import { outcomeOf } from '../../outbound/outcome';
import { createRuntime } from '../../outbound/http/runtime';
import { nodeErrorOf } from '../shared/output/nodeError';
import { openRecipientApp, recipientClient } from '../common/openApp';
import { providerPage } from '../common/providerLists';

/** The providers that customers of this recipient can connect at, by name. */
export async function searchActiveProviders(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const listed = await outcomeOf(async () => {
		const app = await openRecipientApp(this);
		if (app.kind === 'failed') throw new FlinksFailure(app.failure);
		const client = recipientClient(this, app.value, createRuntime({ maxTries: 2 }));
		return await listProvidersWithStatus(client, undefined, true);
	});
	if (listed.kind === 'failed') throw nodeErrorOf(this.getNode(), listed.failure, 0);
	return providerPage(listed.value, filter, paginationToken);
}
