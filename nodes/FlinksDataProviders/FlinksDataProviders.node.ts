import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { partnerCredentials } from '../shared/client/partner';
import { askedOnce } from '../shared/node/askedOnce';
import { iconOf } from '../shared/node/icon';
import { nodeOf } from '../shared/node/nodeOf';
import { getAllForRecipient } from './operations/getAllForRecipient';
import { getAllSupported } from './operations/getAllSupported';
import { getSupported } from './operations/getSupported';

const node = nodeOf([getSupported, getAllSupported, getAllForRecipient], getAllSupported);

export class FlinksDataProviders implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Flinks Data Providers',
		name: 'flinksDataProviders',
		icon: iconOf('dataProviders'),
		group: ['transform'],
		version: 1,
		subtitle: node.subtitle,
		description: 'Find the banks that Flinks Outbound supports, and where a recipient is active',
		defaults: { name: 'Flinks Data Providers' },
		inputs: [NodeConnectionTypes.Main],
		outputs: node.outputs,
		usableAsTool: true,
		credentials: partnerCredentials,
		hints: [askedOnce('$parameter["operation"] === "getAllSupported"')],
		properties: node.properties,
	};

	methods = node.methods;

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await node.execute(this);
	}
}
