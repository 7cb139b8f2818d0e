import { FlinksGetAccounts } from '../../nodes/FlinksGetAccounts/FlinksGetAccounts.node';
import { startSandbox, type Sandbox } from '../../sandbox';
import { credentialsFor } from '../support/flinks';
import { until } from '../support/until';
import { runNode } from './harness';

const FIRST_AT_ONCE = 20;

let sandbox: Sandbox;
beforeEach(async () => (sandbox = await startSandbox()));
afterEach(async () => await sandbox.close());

/** Items that each ask another question, by a node with the same ID in a workflow with the same ID. */
async function ask(items: number, signal?: AbortSignal) {
	const { recipient } = credentialsFor(sandbox);
	sandbox.log.clear();
	const { error } = await runNode({
		node: new FlinksGetAccounts(),
		parameters: {
			operation: 'getAll',
			returnAll: false,
			limit: '={{ $itemIndex + 1 }}',
			options: { pageSize: 100 },
		},
		credentials: { flinksOutboundRecipientOAuth2Api: recipient },
		items: Array.from({ length: items }, () => ({})),
		...(signal ? { signal } : {}),
	});
	return { error, refused: sandbox.log.count(({ status }) => status === 429) };
}

describe('the next run of a node', () => {
	it('begins with as many requests at once as the last one ended with', async () => {
		expect((await ask(FIRST_AT_ONCE * 3)).error).toBeUndefined();
		sandbox.log.maxInFlight.reset();
		// The first goes alone.
		sandbox.faults.add({ on: 'F2', skip: 1, answer: 'silence' });
		const stop = new AbortController();
		let isOver = false;
		const running = ask(FIRST_AT_ONCE * 3, stop.signal).finally(() => (isOver = true));
		// Nothing is answered, so what is there now was there from the start.
		await until(() => isOver || sandbox.log.maxInFlight.all > FIRST_AT_ONCE);
		stop.abort();
		await running;
		expect(sandbox.log.maxInFlight.all).toBeGreaterThan(FIRST_AT_ONCE);
	});

	it('begins at the pace that Flinks was seen to allow', async () => {
		sandbox.settings.throttle = { requests: FIRST_AT_ONCE, windowMs: 1_000 };
		const first = await ask(FIRST_AT_ONCE * 4);
		const next = await ask(FIRST_AT_ONCE * 2);
		expect([first.error, next.error]).toEqual([undefined, undefined]);
		expect(first.refused).toBeGreaterThan(0);
		expect(next.refused).toBeLessThan(first.refused);
	});
});
