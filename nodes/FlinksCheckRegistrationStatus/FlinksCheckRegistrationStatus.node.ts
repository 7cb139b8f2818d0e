import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { flinksIcon } from '../common/icon';
import { getProviders, getRecipients } from '../common/loadOptions';
import { unknownOperation } from '../common/invalid';
import { nodeErrorOf } from '../common/nodeError';
import { openClient } from '../common/open';
import { requestsAtOnce } from '../common/options';
import { parametersOf } from '../common/parameters';
import { partnerCredential, partnerCredentials } from '../common/partnerAuthentication';
import { failFast, outputOfAll } from '../common/results';
import { properties } from './description';
import { list, readListing, viewOf } from './listing';
import { readWait, waitForAll } from './waiting';

export class FlinksCheckRegistrationStatus implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Flinks Check Registration Status',
		name: 'flinksCheckRegistrationStatus',
		icon: flinksIcon,
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ ({ audit: "audit", getAll: "get many", summarize: "summarize by recipient", waitUntilActive: "wait until active" })[$parameter["operation"]] }}',
		description: 'See how far the registrations of data recipients with banks have come',
		defaults: { name: 'Flinks Check Registration Status' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: partnerCredentials,
		properties,
	};

	methods = { loadOptions: { getProviders, getRecipients } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const parameters = parametersOf(this);
		const credential = partnerCredential(parameters.read('authentication', 0, 'oAuth2'));
		const items = this.getInputData();
		const operation = String(parameters.read('operation', 0, 'getAll'));
		if (operation === 'waitUntilActive') {
			const asked = items.map(({ json }, item) => readWait(parameters, item, json));
			failFast(this, asked);
			const client = await openClient(this, credential, requestsAtOnce(parameters));
			const everySeconds = Number(parameters.read('everySeconds', 0, 30));
			return [outputOfAll(this, await waitForAll(client, asked, everySeconds))];
		}
		const view = viewOf(operation);
		if (!view) throw nodeErrorOf(this.getNode(), unknownOperation(operation), 0);
		const asked = items.map(({ json }, item) => readListing(parameters, item, json));
		failFast(this, asked);
		const client = await openClient(this, credential, requestsAtOnce(parameters));
		return [outputOfAll(this, await list(client, view, asked))];
	}
}
