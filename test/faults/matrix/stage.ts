import { startSandbox, type Sandbox } from '../../../sandbox';
import { runNode, type WorkflowRun } from '../../engine/harness';
import { startProxy, type Proxy, type Rule } from '../proxy';
import type { Job, Scenario } from '../scenarios/types';
import { credentialsAt } from '../support/credentials';
import { startElsewhere, type Elsewhere } from './elsewhere';
import { registered } from './registrations';

export type OnError = 'continueErrorOutput' | 'continueRegularOutput' | 'stopWorkflow';

/** One sandbox for all cases of a file, seeded anew before each. */
export interface Stage {
	readonly sandbox: Sandbox;
	readonly elsewhere: Elsewhere;
	close(): Promise<void>;
}

export interface Play {
	readonly job: Job;
	readonly run: WorkflowRun;
	readonly proxy: Proxy;
	/** The registrations that were there before. */
	readonly before: ReadonlySet<string>;
}

export async function startStage(): Promise<Stage> {
	const [sandbox, elsewhere] = await Promise.all([startSandbox(), startElsewhere()]);
	return {
		sandbox,
		elsewhere,
		close: async () => {
			await Promise.all([sandbox.close(), elsewhere.close()]);
		},
	};
}

/**
 * Runs a scenario once. Each play has a proxy of its own: at a new address no App token of an
 * earlier play is remembered.
 */
export async function play(
	{ sandbox, elsewhere }: Stage,
	scenario: Scenario,
	rules: readonly Rule[],
	onError: OnError,
): Promise<Play> {
	const settings = structuredClone(sandbox.settings);
	sandbox.reset();
	elsewhere.forget();
	const before = registered(sandbox);
	const proxy = await startProxy(sandbox.url, rules);
	try {
		const job = scenario.prepare({ sandbox, credentials: credentialsAt(proxy.url, sandbox) });
		const run = await runNode({
			node: scenario.create(),
			parameters: job.parameters,
			credentials: job.credentials,
			items: job.items.map((item) => ({ ...item })),
			onError,
		});
		return { job, run, proxy, before };
	} finally {
		await proxy.close();
		Object.assign(sandbox.settings, settings);
	}
}
