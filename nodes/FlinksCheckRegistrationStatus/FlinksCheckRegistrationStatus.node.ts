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
import { hints } from './hints';
import { audit } from './operations/audit';
import { getAll } from './operations/getAll';
import { summarize } from './operations/summarize';
import { waitUntilActive } from './operations/waitUntilActive';

const node = nodeOf([audit, getAll, summarize, waitUntilActive], getAll);

export class FlinksCheckRegistrationStatus implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Flinks Check Registration Status',
		name: 'flinksCheckRegistrationStatus',
		icon: iconOf('checkRegistrationStatus'),
		group: ['transform'],
		version: 1,
		subtitle: node.subtitle,
		description: 'See how far the registrations of data recipients with banks have come',
		defaults: { name: 'Flinks Check Registration Status' },
		inputs: [NodeConnectionTypes.Main],
		outputs: node.outputs,
		usableAsTool: true,
		credentials: partnerCredentials,
		hints,
		properties: node.properties,
	};

	methods = node.methods;

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await node.execute(this);
	}
}
