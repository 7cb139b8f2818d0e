import { inspect } from 'node:util';

import type { INodeExecutionData, INodeType } from 'n8n-workflow';

import { runNode, type WorkflowRun } from '../../engine/harness';
import { stringify } from '../../engine/harness/host';
import type { Job } from '../scenarios/types';

export type OnError = 'continueErrorOutput' | 'continueRegularOutput' | 'stopWorkflow';

/** What is left of a job when it has ended. */
export interface Ran {
	readonly output: ReadonlyArray<readonly INodeExecutionData[]>;
	/** What was thrown, where the whole of it failed. */
	readonly error: unknown;
	/** Everything that somebody may read afterwards, by place. */
	readonly left: Readonly<Record<string, string>>;
}

/** One way to run a job: in n8n's engine, as a webhook, as the editor does. */
export type Act = (node: INodeType, job: Job, onError: OnError) => Promise<Ran>;

/** Runs a job as a node of a workflow. */
export const execute: Act = async (node, job, onError) => {
	const run = await runNode({
		node,
		parameters: job.parameters,
		credentials: job.credentials,
		items: job.items.map((item) => ({ ...item })),
		onError,
	});
	return { output: run.output, error: run.errorObject, left: leftBy(run, job) };
};

function leftBy(run: WorkflowRun, { inputIsSecret }: Job): Record<string, string> {
	const ours = Object.entries(run.run.data.resultData.runData).filter(
		([name]) => name !== 'Source',
	);
	return {
		'stored execution': inputIsSecret === true ? stringify(ours) : run.storedJson,
		error: everything(run.errorObject),
		logs: everything(run.logs),
		hints: everything(run.of('Node').hints),
		output: JSON.stringify(run.of('Node').output),
	};
}

export const everything = (value: unknown): string =>
	inspect(value, {
		depth: 15,
		maxArrayLength: null,
		maxStringLength: null,
		showHidden: true,
		compact: true,
		breakLength: Infinity,
	});
