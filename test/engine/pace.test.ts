import { FlinksGetAccounts } from '../../nodes/FlinksGetAccounts/FlinksGetAccounts.node';
import { DEMO, startSandbox, type Sandbox } from '../../sandbox';
import { credentialsFor } from '../support/flinks';
import { runNode } from './harness';

const ITEMS = 15;
let sandbox: Sandbox;
beforeEach(async () => {
	sandbox = await startSandbox({ settings: { throttle: { requests: 20, windowMs: 1_000 } } });
});
afterEach(async () => await sandbox.close());

/** Two workflows at once that ask for single accounts with the same credential. */
async function twoRuns(more: Record<string, string>) {
	const { recipient } = credentialsFor(sandbox, more);
	const ids = sandbox.store.customers
		.get(DEMO.providerId, DEMO.customer)
		?.accounts.map(({ id }) => id);
	const runs = Array.from({ length: 2 }, async () => {
		return await runNode({
			node: new FlinksGetAccounts(),
			// Each limit is another question, so each item asks.
			parameters: {
				operation: 'getAll',
				returnAll: false,
				limit: '={{ $itemIndex + 1 }}',
				options: { pageSize: 50 },
			},
			credentials: { flinksOutboundRecipientOAuth2Api: recipient },
			items: Array.from({ length: ITEMS }, () => ({ id: ids?.[0] })),
		});
	});
	const ends = await Promise.all(runs);
	expect(ends.map(({ error }) => error)).toEqual([undefined, undefined]);
	return {
		requests: sandbox.log.count(({ family }) => family === 'fdx'),
		refused: sandbox.log.count(({ status }) => status === 429),
	};
}

describe('Requests per Second of a credential', () => {
	it('is kept to by two runs together: the bank that allows few refuses none', async () => {
		expect(await twoRuns({ requestsPerSecond: '10' })).toEqual({ requests: 2 * ITEMS, refused: 0 });
	});

	it('is what makes the difference: without it some are refused, and asked again', async () => {
		const { requests, refused } = await twoRuns({});
		expect(refused).toBeGreaterThan(0);
		expect(requests).toBe(2 * ITEMS + refused);
	});
});
