import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { customerCredentials, customerOutputs } from '../common/customerFields';
import { openCustomers } from '../common/customers';
import { flinksIcon } from '../common/icon';
import { parametersOf } from '../common/parameters';
import { runPerCustomer } from '../common/perCustomer';
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
		description: "Fetch customers' bank accounts through Flinks Outbound",
		defaults: { name: 'Flinks Get Accounts' },
		inputs: [NodeConnectionTypes.Main],
		outputs: customerOutputs('Accounts'),
		usableAsTool: true,
		credentials: customerCredentials,
		properties,
	};

	methods = { loadOptions: { getAccounts }, listSearch: { searchAccounts } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const parameters = parametersOf(this);
		const customers = await openCustomers(this, parameters);
		return await runPerCustomer(
			this,
			customers,
			({ json }, item) => readJob(parameters, item, json),
			fetchAccounts,
		);
	}
}
