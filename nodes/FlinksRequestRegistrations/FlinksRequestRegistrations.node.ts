import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { partnerCredentials } from '../shared/client/partner';
import { iconOf } from '../shared/node/icon';
import { nodeOf } from '../shared/node/nodeOf';
import { request } from './operations/request';

const node = nodeOf([request], request);

export class FlinksRequestRegistrations implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Flinks Request Registrations',
		name: 'flinksRequestRegistrations',
		icon: iconOf('requestRegistrations'),
		group: ['transform'],
		version: 1,
		subtitle: '={{$parameter["skipExisting"] ? "only what is new" : "whatever exists"}}',
		description: 'Request registrations of data recipients with banks at Flinks Outbound',
		defaults: { name: 'Flinks Request Registrations' },
		inputs: [NodeConnectionTypes.Main],
		outputs: node.outputs,
		usableAsTool: true,
		credentials: partnerCredentials,
		properties: node.properties,
	};

	methods = node.methods;

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await node.execute(this);
	}
}
