import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { listSupportedProviders } from '../../outbound/endpoints/providers';
import { outcomeOf } from '../../outbound/outcome';
import { nodeErrorOf } from '../common/nodeError';
import { openEditorClient } from '../common/open';
import { partnerCredential } from '../common/partnerAuthentication';
import { providerPage } from '../common/providerLists';

/** Every provider that Flinks supports, by name, a page at a time. */
export async function searchProviders(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const credential = partnerCredential(this.getCurrentNodeParameter('authentication'));
	const listed = await outcomeOf(
		async () => await listSupportedProviders(await openEditorClient(this, credential)),
	);
	if (listed.kind === 'failed') throw nodeErrorOf(this.getNode(), listed.failure, 0);
	return providerPage(listed.value, filter, paginationToken);
}
