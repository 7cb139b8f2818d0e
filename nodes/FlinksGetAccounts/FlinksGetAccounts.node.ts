import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { inOrder } from '../../outbound/inOrder';
import { outcomeOf } from '../../outbound/outcome';
import { flinksIcon } from '../shared/icon';
import { openClient } from '../shared/open';
import { requestsAtOnce } from '../shared/options';
import { parametersOf } from '../shared/parameters';
import { failFast, outputOf } from '../shared/results';
import { getAccounts, searchAccounts } from './accountLists';
import { properties } from './description';
import { fetchAccounts } from './fetch';
import { readJob } from './readItem';

export class FlinksGetAccounts implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Flinks Get Accounts',
		name: 'flinksGetAccounts',
		icon: flinksIcon,
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] === "get" ? "get" : "get many" }}',
		description: "Fetch a customer's bank accounts through Flinks Outbound",
		defaults: { name: 'Flinks Get Accounts' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'flinksOutboundRecipientOAuth2Api', required: true }],
		properties,
	};

	methods = { loadOptions: { getAccounts }, listSearch: { searchAccounts } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const parameters = parametersOf(this);
		const asked = this.getInputData().map(({ json }, item) => readJob(parameters, item, json));
		failFast(this, asked);
		const client = await openClient(this, 'flinksOutboundRecipientOAuth2Api', requestsAtOnce(parameters));
		const results = inOrder(asked, client.runtime.limiter.limit, async (job) =>
			job.kind === 'failed' ? job : await outcomeOf(() => fetchAccounts(client, job.value)),
		);
		const output: INodeExecutionData[] = [];
		let item = 0;
		for await (const result of results) {
			for (const row of outputOf(this, result, item)) output.push(row);
			item += 1;
		}
		return [output];
	}
}
