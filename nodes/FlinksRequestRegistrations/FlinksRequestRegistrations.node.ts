import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { DEFAULT_MAX_SEGMENT_LENGTH } from '../../outbound/registrations/plan';
import { requestPairs } from '../../outbound/registrations/request';
import { flinksIcon } from '../shared/node/icon';
import { getProviders, getRecipients } from '../common/loadOptions';
import { openClient } from '../common/open';
import { readCollection, requestsAtOnce } from '../common/options';
import { pairsOf } from '../common/pairsOf';
import { parametersOf } from '../common/parameters';
import { partnerCredential, partnerCredentials } from '../common/partnerAuthentication';
import { failFast, outputOfAll } from '../common/results';
import { properties } from './description';

import { itemResult } from './rows';

export class FlinksRequestRegistrations implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Flinks Request Registrations',
		name: 'flinksRequestRegistrations',
		icon: flinksIcon,
		group: ['transform'],
		version: 1,
		subtitle: '={{$parameter["skipExisting"] ? "only what is new" : "whatever exists"}}',
		description: 'Request registrations of data recipients with banks at Flinks Outbound',
		defaults: { name: 'Flinks Request Registrations' },
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
		const asked = this.getInputData().map(({ json }, item) => pairsOf(parameters, item, json));
		failFast(this, asked);
		const { maxSegmentLength } = readCollection(parameters, 'options', 0);
		const client = await openClient(this, credential, requestsAtOnce(parameters));
		const results = await requestPairs(
			client,
			asked.flatMap((item) => (item.kind === 'done' ? item.value : [])),
			{
				skipExisting: parameters.read('skipExisting', 0, true) === true,
				maxSegmentLength: Number(maxSegmentLength ?? DEFAULT_MAX_SEGMENT_LENGTH),
			},
		);
		const now = client.runtime.now();
		return [
			outputOfAll(
				this,
				asked.map((item) => itemResult(item, results, now)),
			),
		];
	}
}
