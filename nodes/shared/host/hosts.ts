import type {
	IExecuteFunctions,
	ILoadOptionsFunctions,
	INodeExecutionData,
	IPollFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';

import type { NodeContext } from '../../../outbound/auth/nodeContext';
import { EDITOR_BOUNDS } from '../../../outbound/http/bounds';
import type { RuntimeOptions } from '../../../outbound/http/runtime';
import { createRuntime } from '../../../outbound/http/runtime';
import { itemInput } from '../input/itemInput';
import type { ReadParameter } from '../input/parameters';
import { readOnce } from '../input/parameters';
import type { Host } from './host';

/** A person, or a customer, waits in front of the screen: one repeat is enough. */
const TRIES_WHILE_SOMEBODY_WAITS = 2;

export function executeHost(context: IExecuteFunctions): Host {
	return hostOf(context, readOnce(context), context.getInputData(), {
		signal: context.getExecutionCancelSignal(),
		node: placeOf(context),
	});
}

export function pollHost(context: IPollFunctions): Host {
	const read: ReadParameter = (name, _item, fallback) => context.getNodeParameter(name, fallback);
	return hostOf(context, read, [], { node: placeOf(context) });
}

export function webhookHost(context: IWebhookFunctions): Host {
	return hostOf(context, (name, _item, fallback) => context.getNodeParameter(name, fallback), [], {
		maxTries: TRIES_WHILE_SOMEBODY_WAITS,
	});
}

export function editorHost(context: ILoadOptionsFunctions): Host {
	const read: ReadParameter = (name, _item, fallback) =>
		context.getCurrentNodeParameter(name) ?? fallback;
	const options = { maxTries: TRIES_WHILE_SOMEBODY_WAITS, bounds: EDITOR_BOUNDS };
	return hostOf(context, read, [], options);
}

/** A node's runs ask alike, so that one may go by what another has found out. */
function placeOf(context: NodeContext): string {
	return JSON.stringify([context.getWorkflow().id, context.getNode().id]);
}

function hostOf(
	context: NodeContext,
	read: ReadParameter,
	input: readonly INodeExecutionData[] = [],
	options: Omit<RuntimeOptions, 'bound'> = {},
): Host {
	const timezone = context.getTimezone();
	const first = itemInput(input[0] ?? { json: {} }, 0, read, timezone, undefined);
	const items = input.map((item, index) =>
		index === 0 ? first : itemInput(item, index, read, timezone, first),
	);
	return {
		context,
		node: context.getNode(),
		items,
		first,
		hasCredential: (type) => Boolean(context.getNode().credentials?.[type]?.id),
		credential: async (type) => await context.getCredentials(type),
		runtime: (atOnce) =>
			createRuntime({ ...options, ...(atOnce === undefined ? {} : { bound: atOnce }) }),
		memory: () => context.getWorkflowStaticData('node'),
		file: async (content, name, mimeType) => {
			if (!('prepareBinaryData' in context.helpers)) throw new Error('There are no files here');
			return await context.helpers.prepareBinaryData(content, name, mimeType);
		},
	};
}
