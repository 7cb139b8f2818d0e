import { BOUNDS, EDITOR_BOUNDS, type Bounds } from '../../../outbound/http/bounds';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { startProxy, type Proxy, type Rule } from '../proxy';
import type { Job, Scenario } from '../scenarios/types';
import { credentialsAt } from '../support/credentials';
import { startElsewhere, type Elsewhere } from './elsewhere';
import { execute, type OnError, type Ran } from './ran';
import { registered } from './registrations';

/** An outage is given up sooner than in life, so that nobody waits for it. */
const FEW_PROBES = { probes: 3 };

/** One sandbox for all cases of a file, seeded anew before each. */
export interface Stage {
	readonly sandbox: Sandbox;
	readonly elsewhere: Elsewhere;
	close(): Promise<void>;
}

export interface Play {
	readonly job: Job;
	readonly ran: Ran;
	readonly proxy: Proxy;
	/** The registrations that were there before. */
	readonly before: ReadonlySet<string>;
}

export interface Played {
	readonly rules?: readonly Rule[];
	readonly onError?: OnError;
	readonly bounds?: Partial<Bounds> | undefined;
	/** Changes the world before the job begins. */
	readonly world?: ((sandbox: Sandbox) => void) | undefined;
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
	{ rules = [], onError = 'stopWorkflow', world, bounds = {} }: Played = {},
): Promise<Play> {
	const settings = structuredClone(sandbox.settings);
	sandbox.reset();
	elsewhere.forget();
	const before = registered(sandbox);
	const proxy = await startProxy(sandbox.url);
	const usual = [BOUNDS, EDITOR_BOUNDS].map((one) => [one, { ...one }] as const);
	try {
		const job = await scenario.prepare({
			sandbox,
			credentials: credentialsAt(proxy.url, sandbox),
			calm: () => {
				proxy.calm();
				Object.assign(sandbox.settings, structuredClone(settings));
			},
		});
		proxy.strikeWith(rules);
		world?.(sandbox);
		for (const [one] of usual) Object.assign(one, FEW_PROBES, bounds);
		const ran = await (scenario.act ?? execute)(scenario.create(), job, onError);
		return { job, ran, proxy, before };
	} finally {
		for (const [one, before] of usual) Object.assign(one, before);
		await proxy.close();
		Object.assign(sandbox.settings, settings);
	}
}
