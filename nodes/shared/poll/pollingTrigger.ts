import type { INodeExecutionData, INodeProperties, IPollFunctions } from 'n8n-workflow';

import type { Failure } from '../../../outbound/failure';
import type { Outcome } from '../../../outbound/outcome';
import { outcomeOf, valueOf } from '../../../outbound/outcome';
import type { Access } from '../client/access';
import type { EditorMethods } from '../fields/editorMethods';
import { mergedMethods } from '../fields/editorMethods';
import type { FieldsOf } from '../fields/field';
import { keysOf, readAll } from '../fields/field';
import type { Host } from '../host/host';
import { pollHost } from '../host/hosts';
import { nodeErrorOf } from '../output/nodeError';
import type { Row } from '../output/row';
import { memoryText } from './memoryText';
import { saidOnce } from './saidOnce';
import { triggerName } from './triggerName';

/** What was found where something else could not be looked at. */
export interface PartOfLook {
	readonly rows: readonly Row[];
	readonly failure: Failure;
}

/** What a polling trigger is made of. */
export interface PollSteps<Job extends object, Opened> {
	readonly access: Access<Opened>;
	/** In the order that the editor shows. */
	readonly fields: FieldsOf<Job>;
	/** The name of what it remembers. */
	readonly memory: string;
	check?(job: Job): Outcome<Job>;
	/** Something real for *Fetch Test Event*; throws `FlinksFailure` where there is none. Changes no state. */
	sample(job: Job, opened: Opened, host: Host): Promise<readonly Row[]>;
	/**
	 * What happened since the last time; a part where something could not be looked at. May throw
	 * `FlinksFailure`; the state must be as before then.
	 */
	look(job: Job, opened: Opened, host: Host): Promise<PartOfLook | readonly Row[]>;
}

/** What a node class takes over; the rest of its description is its own. */
export interface PollingTrigger {
	readonly properties: INodeProperties[];
	readonly methods: EditorMethods;
	/** Null where nothing happened: n8n then starts no execution. */
	poll(context: IPollFunctions): Promise<INodeExecutionData[][] | null>;
}

export function pollingTrigger<Job extends object, Opened>(
	steps: PollSteps<Job, Opened>,
): PollingTrigger {
	const fields = keysOf(steps.fields).map((key) => steps.fields[key]);
	const said = saidOnce();
	const looking = new Set<string>();
	return {
		properties: [
			...steps.access.properties,
			...fields.flatMap(({ properties }) => [...properties]),
		],
		methods: mergedMethods(fields),
		async poll(context) {
			const isTest = context.getMode() === 'manual';
			const trigger = triggerName(context);
			// n8n starts the next look also while a slow one is still under way; both would report the same.
			if (!isTest && looking.has(trigger)) return null;
			const host = pollHost(context);
			// What is not stored yet would be found and given out again.
			if (!isTest && memoryText(host, steps.memory).isBehind()) return null;
			if (!isTest) looking.add(trigger);
			const rows = await outcomeOf(async () => await run(steps, host, isTest));
			if (!isTest) looking.delete(trigger);
			if (rows.kind === 'done') {
				// What was said of the rest still holds, so it is not said anew after each event.
				if (!('failure' in rows.value)) said.over(trigger);
				const found = 'failure' in rows.value ? rows.value.rows : rows.value;
				return found.length === 0 ? null : [found.map(({ json }) => ({ json }))];
			}
			if (!isTest && said.before(trigger, rows.failure)) return null;
			throw errorOf(context, rows.failure);
		},
	};
}

async function run<Job extends object, Opened>(
	steps: PollSteps<Job, Opened>,
	host: Host,
	isTest: boolean,
): Promise<PartOfLook | readonly Row[]> {
	const read = valueOf(readAll(steps.fields, host.first));
	const job = steps.check ? valueOf(steps.check(read)) : read;
	const opened = valueOf(await steps.access.open(host));
	return isTest ? await steps.sample(job, opened, host) : await steps.look(job, opened, host);
}

function errorOf(context: IPollFunctions, failure: Failure): Error {
	return nodeErrorOf(context.getNode(), failure, 0);
}
