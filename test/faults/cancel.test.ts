import { setTimeout as sleep } from 'node:timers/promises';

import { runNode } from '../engine/harness';
import { scored } from './matrix/scored';
import { startStage, type Stage } from './matrix/stage';
import { answers, delayed, json, startProxy, type Fault } from './proxy';
import { checkStatus } from './scenarios/checkStatus';
import { getAccounts, manyCustomers } from './scenarios/getAccounts';
import { dataProviders } from './scenarios/dataProviders';
import { requestRegistrations } from './scenarios/requestRegistrations';
import { credentialsAt } from './support/credentials';
import { timedNode } from './support/timedNode';

/** Every wait lasts longer than the runner gives a test: only the cancel can end one in time. */
const RUNNER_MS = 45_000;
/** From the first fault to the cancel: so that mostly the answer has arrived and the wait begun, in ms. */
const INTO_THE_WAIT_MS = 150;

const waits: ReadonlyArray<readonly [name: string, fault: () => Fault]> = [
	['a Retry-After of a minute', () => answers(json(503, {}, { 'retry-after': '60' }))],
	['throttling for a minute', () => answers(json(429, { code: 1207 }, { 'retry-after': '60' }))],
	['an answer that takes a minute', () => delayed(60_000)],
];

let stage: Stage;
beforeAll(async () => void (stage = await startStage()));
afterAll(async () => await stage.close());

async function outlives(
	scenario: (typeof getAccounts)[number],
	fault: Fault,
	on: 'api' | 'token',
): Promise<{ calls: number; atCancel: number }> {
	stage.sandbox.reset();
	const proxy = await startProxy(stage.sandbox.url, [
		{ on: ({ label }) => (label === 'token') === (on === 'token'), fault },
	]);
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
		while (proxy.struck.length === 0) await sleep(5);
		await sleep(INTO_THE_WAIT_MS);
		const atCancel = proxy.calls.length;
		controller.abort();
		await running;
		await ended;
		return { calls: proxy.calls.length, atCancel };
	} finally {
		await proxy.close();
	}
}

const scenarios = [...dataProviders, ...requestRegistrations, ...checkStatus, ...getAccounts];

describe.each(scenarios)('a cancel while $node waits: $name', (scenario) => {
	const { node } = scenario;
	describe.each(waits)('for %s', (_, fault) => {
		scored(
			node,
			'cancelled',
			'ends the wait, and nothing is sent afterwards',
			async () => {
				const { calls, atCancel } = await outlives(scenario, fault(), 'api');
				expect(calls).toBe(atCancel);
			},
			RUNNER_MS,
		);
	});
});

describe('a cancel while a token is waited for', () => {
	describe.each(waits)('for %s', (_, fault) => {
		scored(
			'Flinks Get Accounts',
			'cancelled',
			'ends the wait',
			async () => {
				const { calls, atCancel } = await outlives(manyCustomers, fault(), 'token');
				expect(calls).toBe(atCancel);
			},
			RUNNER_MS,
		);
	});
});
