import type {
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IPollFunctions,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { connectedAccount } from '../shared/client/connectedAccount';
import { iconOf } from '../shared/node/icon';
import { pollingTrigger } from '../shared/poll/pollingTrigger';
import { triggerFields } from './fields';
import { look, MEMORY } from './look';
import { sample } from './sample';

const trigger = pollingTrigger({
	access: connectedAccount,
	fields: triggerFields,
	memory: MEMORY,
	sample,
	look,
});

export class FlinksTransactionTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Flinks Transaction Trigger',
		name: 'flinksTransactionTrigger',
		icon: iconOf('transactionTrigger'),
		group: ['trigger'],
		version: 1,
		subtitle: '={{ ($parameter["events"] || []).join(", ") }}',
		description:
			'Starts the workflow when transactions of the connected account are added, changed or removed',
		defaults: { name: 'Flinks Transaction Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'flinksOutboundRecipientOAuth2Api', required: true }],
		properties: trigger.properties,
	};

	methods = trigger.methods;

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await trigger.poll(this);
	}
}
