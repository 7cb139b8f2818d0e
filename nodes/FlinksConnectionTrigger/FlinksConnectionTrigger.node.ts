import type {
	IHookFunctions,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { iconOf } from '../shared/node/icon';
import { testAppCredential } from '../shared/credentialTest/testAppCredential';
import { answerCustomer, answeredAgain } from './answer';
import { checkAddress } from './checkAddress';
import { answeredWhichProcess } from './checkRouting';
import { properties } from './description';
import { triggerPanel } from './panel';
import { receive } from './receive';

/**
 * Exchanges the code before n8n begins, and stores, an execution: a Webhook node would put the code
 * into its item, and n8n keeps items even of executions that are not to be saved.
 */
export class FlinksConnectionTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Flinks Connection Trigger',
		name: 'flinksConnectionTrigger',
		icon: iconOf('connectionTrigger'),
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["path"] ? "/" + $parameter["path"] : "" }}',
		description:
			'Starts the workflow when a customer comes back from the consent page of their bank',
		defaults: { name: 'Flinks Connection Trigger' },
		inputs: [],
		outputs: [
			{ type: NodeConnectionTypes.Main, displayName: 'Connected' },
			{ type: NodeConnectionTypes.Main, displayName: 'Declined' },
			{ type: NodeConnectionTypes.Main, displayName: 'Failed' },
		],
		credentials: [{ name: 'flinksOutboundAppApi', required: true, testedBy: 'testAppCredential' }],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'GET',
				responseMode: 'onReceived',
				path: '={{ $parameter["path"] }}',
				isFullPath: true,
			},
		],
		triggerPanel,
		properties,
	};

	methods = { credentialTest: { testAppCredential } };

	// Flinks learns redirect URIs from its own registration, so there is nothing to create there.
	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				await checkAddress(this);
				return true;
			},
			create: async (): Promise<boolean> => await Promise.resolve(true),
			delete: async (): Promise<boolean> => await Promise.resolve(true),
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		if (answeredWhichProcess(this)) return { noWebhookResponse: true };
		if (await answeredAgain(this)) return { noWebhookResponse: true };
		const received = await receive(this);
		await answerCustomer(this, received);
		const { workflowData } = received;
		return { noWebhookResponse: true, ...(workflowData ? { workflowData } : {}) };
	}
}
