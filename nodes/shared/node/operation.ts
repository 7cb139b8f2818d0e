import { done } from '../../../outbound/outcome';
import type { Running } from '../client/access';
import { mergedMethods } from '../fields/editorMethods';
import { keysOf } from '../fields/field';
import { runOperation } from './runOperation';
import type { Admits, Operation, Runnable, Steps } from './steps';

/** One operation, of its steps; `steps.ts` says what they are and in which order they happen. */
export function operation<Job extends object, Opened extends Running, Ready>(
	steps: Admits<Job, Opened, Ready>,
): Operation;
export function operation<Job extends object, Opened extends Running>(
	steps: Omit<Steps<Job, Opened, Job>, 'admit'>,
): Operation;
export function operation<Job extends object, Opened extends Running>(
	steps: Steps<Job, Opened, Job>,
): Operation {
	return operationOf({ admit: (job) => done(job), ...steps });
}

function operationOf<Job extends object, Opened extends Running, Ready>(
	steps: Runnable<Job, Opened, Ready>,
): Operation {
	const fields = keysOf(steps.fields).map((key) => steps.fields[key]);
	return {
		value: steps.value,
		name: steps.name,
		action: steps.action,
		description: steps.description,
		subtitle: steps.subtitle,
		resource: steps.resource,
		accessProperties: steps.access.properties,
		properties: fields.flatMap(({ properties }) => [...properties]),
		methods: mergedMethods(fields),
		outputs: steps.outputs ?? [],
		moreOutputs: steps.access.more,
		key: [steps.resource?.value, steps.value].filter((part) => part !== undefined).join('.'),
		execute: async (context) => await runOperation(steps, context),
	};
}
