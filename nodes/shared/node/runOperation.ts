import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { inOrder } from '../../../outbound/http/inOrder';
import { mapInTurns, turns } from '../../../outbound/http/turns';
import type { Failure } from '../../../outbound/failure';
import type { Outcome } from '../../../outbound/outcome';
import { done, failed, outcomeOf } from '../../../outbound/outcome';
import type { Running } from '../client/access';
import { readAll } from '../fields/field';
import type { ItemInput } from '../input/itemInput';
import type { ItemResult, Row } from '../output/row';
import type { Host } from '../host/host';
import { executeHost } from '../host/hosts';
import type { Asked } from './asked';
import type { Runnable } from './steps';
import type { CollectSettings } from './collect';
import { collect, failFast } from './collect';
import { eachOnce, inBundles } from './together';

interface Checked<T> {
	readonly item: ItemInput;
	readonly job: Outcome<T>;
}

/** Reads, checks, asks and puts out; `steps.ts` says in which order, and why. */
export async function runOperation<Job extends object, Opened extends Running, Ready>(
	steps: Runnable<Job, Opened, Ready>,
	context: IExecuteFunctions,
): Promise<INodeExecutionData[][]> {
	const host = executeHost(context);
	const read = await mapInTurns(host.items, (item) => ({ item, job: readJob(steps, item) }));
	failFast(
		context,
		read.map(({ job }) => job),
	);
	const opened = await steps.access.open(host, atOnceOf(steps, read));
	const checked = await mapInTurns(read, ({ item, job }) => ({
		item,
		job: admitted(steps, job, opened, item),
	}));
	failFast(
		context,
		checked.map(({ job }) => job),
	);
	const collected = collect(context, settingsOf(steps, opened));
	for await (const { result, item } of resultsOf(steps, checked, opened, host)) {
		collected.put(result, item);
		if (turns.isDue()) await turns.next();
	}
	return await collected.finish();
}

function readJob<Job extends object, Opened extends Running, Ready>(
	{ fields, check }: Runnable<Job, Opened, Ready>,
	item: ItemInput,
): Outcome<Job> {
	const job = readAll(fields, item);
	return job.kind === 'done' && check ? check(job.value) : job;
}

function atOnceOf<Job extends object, Opened extends Running, Ready>(
	{ atOnce }: Runnable<Job, Opened, Ready>,
	read: ReadonlyArray<Checked<Job>>,
): number | undefined {
	for (const { job } of read) if (job.kind === 'done') return atOnce?.(job.value);
	return undefined;
}

function admitted<Job extends object, Opened extends Running, Ready>(
	{ admit }: Runnable<Job, Opened, Ready>,
	job: Outcome<Job>,
	opened: Outcome<Opened>,
	item: ItemInput,
): Outcome<Ready> {
	if (job.kind === 'failed') return job;
	return opened.kind === 'failed' ? opened : admit(job.value, opened.value, item);
}

function settingsOf<Job extends object, Opened extends Running, Ready>(
	{ access, outputs = [], spends, inputIsSecret = false }: Runnable<Job, Opened, Ready>,
	opened: Outcome<Opened>,
): CollectSettings {
	const { more } = access;
	const items = opened.kind === 'done' ? more?.items(opened.value) : undefined;
	if (!more || items === undefined) {
		return { names: outputs, spends, inputIsSecret, more: undefined };
	}
	const [output = ''] = more.outputs;
	return { names: [...outputs, ...more.outputs], spends, inputIsSecret, more: { output, items } };
}

/** The results of all items in their order, those that did not pass the checks included. */
async function* resultsOf<Job extends object, Opened extends Running, Ready>(
	steps: Runnable<Job, Opened, Ready>,
	checked: ReadonlyArray<Checked<Ready>>,
	opened: Outcome<Opened>,
	host: Host,
): AsyncGenerator<{ result: ItemResult; item: number }, void, void> {
	const asked = checked.flatMap(({ item, job }) =>
		job.kind === 'done' ? [{ item, job: job.value }] : [],
	);
	const results = opened.kind === 'done' ? ask(steps, asked, opened.value, host) : undefined;
	try {
		for (const { item, job } of checked) {
			if (job.kind === 'failed') {
				yield { result: job, item: item.index };
				continue;
			}
			const next = await results?.next();
			yield { result: next?.value ?? failed(NO_RESULT), item: item.index };
		}
	} finally {
		// With Stop Workflow: what is on its way is finished, and nothing more is begun.
		await results?.return();
	}
}

async function* ask<Job extends object, Opened extends Running, Ready>(
	{ run, each, shared, together }: Runnable<Job, Opened, Ready>,
	asked: ReadonlyArray<Asked<Ready>>,
	opened: Opened,
	host: Host,
): AsyncGenerator<ItemResult, void, void> {
	if (asked.length === 0) return;
	const atOnce = opened.runtime.limiter;
	const one = async (job: Ready): Promise<ItemResult> => {
		const found = (await each?.(job, opened, host)) ?? failed(NO_RESULT);
		return isRows(found) ? done(found) : found;
	};
	if (run) yield* await run(asked, opened, host);
	else if (together) yield* inBundles(together, asked, atOnce);
	else if (shared) yield* inBundles(eachOnce(shared, one), asked, atOnce);
	else yield* inOrder(asked, atOnce, async ({ job }) => resultOf(await outcomeOf(() => one(job))));
}

/** What `work` came to, or the failure that it threw. */
function resultOf(end: Outcome<ItemResult>): ItemResult {
	return end.kind === 'failed' ? end : end.value;
}

function isRows(value: ItemResult | readonly Row[]): value is readonly Row[] {
	return Array.isArray(value);
}

const NO_RESULT: Failure = {
	kind: 'unexpected-answer',
	title: 'It is not known what became of this item',
	remedy: 'Report it to the maintainers of the package.',
};
