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
import { addRedirectUri } from './operations/addRedirectUri';
import { create } from './operations/create';
import { get } from './operations/get';
import { getAll } from './operations/getAll';
import { regenerateSecret } from './operations/regenerateSecret';
import { removeRedirectUri } from './operations/removeRedirectUri';
import { update } from './operations/update';

const node = nodeOf(
	[create, get, getAll, update, addRedirectUri, removeRedirectUri, regenerateSecret],
	getAll,
);

export class FlinksDataRecipients implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Flinks Data Recipients',
		name: 'flinksDataRecipients',
		icon: iconOf('dataRecipients'),
		group: ['transform'],
		version: 1,
		subtitle: node.subtitle,
		description: 'Create and read the data recipients of a partner, and keep their redirect URIs',
		defaults: { name: 'Flinks Data Recipients' },
		inputs: [NodeConnectionTypes.Main],
		outputs: node.outputs,
		usableAsTool: true,
		credentials: partnerCredentials,
		hints: [askedOnce('$parameter["operation"] === "list"')],
		properties: node.properties,
		// n8n 2.16 and newer can hide it in stored executions; older versions ignore the line.
		sensitiveOutputFields: ['clientSecret'],
	};

	methods = node.methods;

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await node.execute(this);
	}
}
