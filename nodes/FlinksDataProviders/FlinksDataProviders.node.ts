import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { FlinksFailure } from '../../outbound/failure';
import { DEFAULT_BOUND } from '../../outbound/http/limiter';
import { outcomeOf } from '../../outbound/outcome';
import { eachInOrder } from '../common/eachInOrder';
import { flinksIcon } from '../common/icon';
import { parametersOf } from '../common/parameters';
import { failFast } from '../common/results';
import { openProviderClient } from './client';
import { credentials, properties } from './description';
import { createFetch, type FetchRows } from './fetch';
import { readJob } from './readItem';
import { searchProviders } from './searchProviders';

export class FlinksDataProviders implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Flinks Data Providers',
		name: 'flinksDataProviders',
		icon: flinksIcon,
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ ({ getAllActive: "get many: active", getAllSupported: "get many: supported", getSupported: "get: supported" })[$parameter["operation"]] }}',
		description: 'Find the banks that Flinks Outbound supports, and where a recipient is active',
		defaults: { name: 'Flinks Data Providers' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials,
		properties,
	};

	methods = { listSearch: { searchProviders } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const parameters = parametersOf(this);
		const jobs = this.getInputData().map(({ json }, item) => readJob(parameters, item, json));
		failFast(this, jobs);
		const client = await openProviderClient(this, parameters);
		const fetchRows: FetchRows =
			client.kind === 'done'
				? createFetch(client.value)
				: async () => await Promise.reject(new FlinksFailure(client.failure));
		const output = await eachInOrder(this, jobs, DEFAULT_BOUND, async (job) =>
			job.kind === 'failed' ? job : await outcomeOf(async () => await fetchRows(job.value)),
		);
		return [output];
	}
}
