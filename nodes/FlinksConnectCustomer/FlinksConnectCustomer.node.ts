import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { iconOf } from '../shared/node/icon';
import { testAppCredential } from '../shared/credentialTest/testAppCredential';
import { nodeOf } from '../shared/node/nodeOf';
import { completeConnection } from './operations/completeConnection';
import { createLink } from './operations/createLink';
import { revokeConnection } from './operations/revokeConnection';

const node = nodeOf([createLink, completeConnection, revokeConnection], createLink);

export class FlinksConnectCustomer implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Flinks Connect Customer',
		name: 'flinksConnectCustomer',
		icon: iconOf('connectCustomer'),
		group: ['transform'],
		version: 1,
		subtitle: node.subtitle,
		description: "Connect customers' bank accounts through Flinks Outbound, many in one workflow",
		defaults: { name: 'Flinks Connect Customer' },
		inputs: [NodeConnectionTypes.Main],
		outputs: node.outputs,
		usableAsTool: true,
		credentials: [{ name: 'flinksOutboundAppApi', required: true, testedBy: 'testAppCredential' }],
		properties: node.properties,
	};

	methods = { ...node.methods, credentialTest: { testAppCredential } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await node.execute(this);
	}
}
