import type {
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IPollFunctions,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { partner, partnerCredentials } from '../shared/client/partner';
import { iconOf } from '../shared/node/icon';
import { pollingTrigger } from '../shared/poll/pollingTrigger';
import { checked } from './checked';
import { triggerFields } from './fields';
import { look, MEMORY } from './look';
import { sample } from './sample';

const trigger = pollingTrigger({
	access: partner,
	fields: triggerFields,
	check: checked,
	memory: MEMORY,
	sample,
	look,
});

export class FlinksRegistrationTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Flinks Registration Trigger',
		name: 'flinksRegistrationTrigger',
		icon: iconOf('registrationTrigger'),
		group: ['trigger'],
		version: 1,
		subtitle:
			'={{ ({"anyChange":"any change","becameActive":"became active","new":"new"})[$parameter["event"]] }}',
		description:
			'Starts the workflow when a registration of a data recipient with a bank becomes active, is new, or changes',
		defaults: { name: 'Flinks Registration Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: partnerCredentials,
		properties: trigger.properties,
	};

	methods = trigger.methods;

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await trigger.poll(this);
	}
}
