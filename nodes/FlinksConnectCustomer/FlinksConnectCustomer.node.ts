import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { readyToConnect } from '../../outbound/connections/readyApp';
import { flinksIcon } from '../shared/node/icon';
import { unknownOperation } from '../shared/fields/invalid';
import { nodeErrorOf } from '../shared/output/nodeError';
import { openRecipientApp } from '../common/openApp';
import { parametersOf } from '../common/parameters';
import { failFast, outputOfAll } from '../common/results';
import { searchActiveProviders } from './activeProviders';
import { createLinks } from './createLinks';
import { properties } from './description';
import { readLinkOrder } from './readLink';
import { runComplete } from './runComplete';
import { runRevoke } from './runRevoke';
import { testAppCredential } from '../shared/credentialTest/testAppCredential';

export class FlinksConnectCustomer implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Flinks Connect Customer',
		name: 'flinksConnectCustomer',
		icon: flinksIcon,
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ ({ completeConnection: "complete connection", createLink: "create authorization link", revokeConnection: "revoke connection" })[$parameter["operation"]] }}',
		description: "Connect customers' bank accounts through Flinks Outbound, many in one workflow",
		defaults: { name: 'Flinks Connect Customer' },
		inputs: [NodeConnectionTypes.Main],
		outputs:
			'={{ $parameter["operation"] === "completeConnection" ? [{ type: "main", displayName: "Connected" }, { type: "main", displayName: "Declined" }] : [{ type: "main" }] }}',
		usableAsTool: true,
		credentials: [{ name: 'flinksOutboundAppApi', required: true, testedBy: 'testAppCredential' }],
		properties,
	};

	methods = { credentialTest: { testAppCredential }, listSearch: { searchActiveProviders } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const parameters = parametersOf(this);
		const operation = String(parameters.read('operation', 0, 'createLink'));
		const app = await openRecipientApp(this);
		switch (operation) {
			case 'createLink': {
				const orders = this.getInputData().map(({ json }, item) =>
					readLinkOrder(parameters, item, json),
				);
				failFast(this, orders);
				return [outputOfAll(this, createLinks(readyToConnect(app), orders, Date.now()))];
			}
			case 'completeConnection':
				return await runComplete(this, parameters, readyToConnect(app));
			case 'revokeConnection':
				return [await runRevoke(this, parameters, app)];
			default:
				throw nodeErrorOf(this.getNode(), unknownOperation(operation), 0);
		}
	}
}
