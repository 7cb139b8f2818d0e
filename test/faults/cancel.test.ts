import { runNode } from '../engine/harness';
import { until } from '../support/until';
import { scored } from './matrix/scored';
import { startStage, type Stage } from './matrix/stage';
import { answers, delayed, json, startProxy, type Fault } from './proxy';
import { checkStatus } from './scenarios/checkStatus';
import { getAccounts, manyCustomers } from './scenarios/getAccounts';
import { dataProviders } from './scenarios/dataProviders';
import { requestRegistrations } from './scenarios/requestRegistrations';
import { credentialsAt } from './support/credentials';
import { requestsTo } from './support/requestsTo';
import { timedNode } from './support/timedNode';

/** Every wait lasts longer than the runner gives a test: only the cancel can end one in time. */
const RUNNER_MS = 45_000;

const busy = { 'retry-after': '60' };
const waits: ReadonlyArray<readonly [name: string, fault: () => Fault, isAnswered: boolean]> = [
	['a Retry-After of a minute', () => answers(json(503, {}, busy)), true],
	['throttling for a minute', () => answers(json(429, { code: 1207 }, busy)), true],
	['an answer that takes a minute', () => delayed(60_000), false],
];

let stage: Stage;
beforeAll(async () => void (stage = await startStage()));
afterAll(async () => await stage.close());

async function outlives(
	scenario: (typeof getAccounts)[number],
	[, fault, isAnswered]: (typeof waits)[number],
	on: 'api' | 'token',
): Promise<{ sent: number; atCancel: number }> {
	stage.sandbox.reset();
	const proxy = await startProxy(stage.sandbox.url, [
		{ on: ({ label }) => (label === 'token') === (on === 'token'), fault: fault() },
	]);
	const requests = requestsTo(proxy.url);
	try {
		const credentials = credentialsAt(proxy.url, stage.sandbox);
		const job = await scenario.prepare({ sandbox: stage.sandbox, credentials, calm: proxy.calm });
		const { node, ended } = timedNode(scenario.create());
		const controller = new AbortController();
		const running = runNode({
			node,
			parameters: { ...job.parameters, waitMinutes: 5 },
			credentials: job.credentials,
			items: job.items.map((item) => ({ ...item })),
			onError: 'continueRegularOutput',
			signal: controller.signal,
		});
		await until(
			() => proxy.struck.length > 0 && (!isAnswered || requests.answered === requests.started),
		);
		const atCancel = requests.started;
		controller.abort();
		await running;
		await ended;
		return { sent: requests.started, atCancel };
	} finally {
		requests.end();
		await proxy.close();
	}
}

const scenarios = [...dataProviders, ...requestRegistrations, ...checkStatus, ...getAccounts];

describe.each(scenarios)('a cancel while $node waits: $name', (scenario) => {
	const { node } = scenario;
	describe.each(waits)('for %s', (...wait) => {
		scored(
			node,
			'cancelled',
			'ends the wait, and nothing is sent afterwards',
			async () => {
				const { sent, atCancel } = await outlives(scenario, wait, 'api');
				expect(sent).toBe(atCancel);
			},
			RUNNER_MS,
		);
	});
});

describe('a cancel while a token is waited for', () => {
	describe.each(waits)('for %s', (...wait) => {
		scored(
			'Flinks Get Accounts',
			'cancelled',
			'ends the wait',
			async () => {
				const { sent, atCancel } = await outlives(manyCustomers, wait, 'token');
				expect(sent).toBe(atCancel);
			},
			RUNNER_MS,
		);
	});
});
