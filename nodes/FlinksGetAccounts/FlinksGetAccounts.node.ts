import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { customerCredentials } from '../shared/client/customers';
import { iconOf } from '../shared/node/icon';
import { nodeOf } from '../shared/node/nodeOf';
import { get } from './operations/get';
import { getAll } from './operations/getAll';
import { summarize } from './operations/summarize';

const node = nodeOf([get, getAll, summarize], getAll);

export class FlinksGetAccounts implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Flinks Get Accounts',
		name: 'flinksGetAccounts',
		icon: iconOf('getAccounts'),
		group: ['transform'],
		version: 1,
		subtitle: node.subtitle,
		description: "Fetch customers' bank accounts through Flinks Outbound",
		defaults: { name: 'Flinks Get Accounts' },
		inputs: [NodeConnectionTypes.Main],
		outputs: node.outputs,
		usableAsTool: true,
		credentials: customerCredentials,
		properties: node.properties,
	};

	methods = node.methods;

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await node.execute(this);
	}
}
