import { inspect } from 'node:util';
import { sealConnection } from '../../outbound/connections/seal';
import { FlinksGetAccounts } from '../../nodes/FlinksGetAccounts/FlinksGetAccounts.node';
import { DEMO, startSandbox, type Sandbox } from '../../sandbox';
import { appCredential, CONNECTION_KEY as OLD_KEY, NEW_KEY as KEY } from '../support/app';
import { newKey, sealingAt } from '../support/sealing';
import { runNode, type RunNodeOptions, type StoredCredential } from './harness';

let sandbox: Sandbox;
let app: StoredCredential;

beforeEach(async () => {
	sandbox = await startSandbox({ seed: { accountsPerCustomer: 2 } });
	app = appCredential(sandbox, { connectionKey: KEY, previousConnectionKey: OLD_KEY });
});
afterEach(async () => await sandbox.close());

/** A stored connection whose access token has long expired, as on any later day. */
function storedConnection(customer: string, key = KEY): string {
	const { refreshToken } = sandbox.connect({ recipientId: DEMO.recipientId, customer });
	return sealConnection(
		{
			connectionId: `id-of-${customer}`,
			requestedProviderId: String(DEMO.providerId),
			refreshToken,
			reference: customer,
			connectedAt: '2026-01-01T00:00:00.000Z',
		},
		sealingAt(sandbox.url, key),
	);
}

async function get(connections: readonly unknown[], options: Partial<RunNodeOptions> = {}) {
	return await runNode({
		node: new FlinksGetAccounts(),
		credentials: { flinksOutboundAppApi: app },
		parameters: { authentication: 'customerConnection' },
		items: connections.map((connection) => ({ connection: String(connection) })),
		...options,
	});
}

const names = (count: number) => Array.from({ length: count }, (_, index) => `customer-${index}`);

describe('many customers in one run', () => {
	it('gives 195 results and 5 remedies for 200 customers of whom 5 have withdrawn consent', async () => {
		const customers = names(200);
		const connections = customers.map((customer) => storedConnection(customer));
		const dead = new Set([3, 57, 101, 150, 199]);
		for (const index of dead) sandbox.revoke({ customer: `customer-${index}` });
		sandbox.log.clear();

		const { output, status } = await get(connections, { onError: 'continueErrorOutput' });

		expect(status).toBe('success');
		const [rows = [], changed = [], errors = []] = output;
		const itemOf = ({ pairedItem }: { pairedItem?: unknown }) =>
			(pairedItem as { item: number }).item;
		expect(new Set(rows.map(itemOf)).size).toBe(195);
		expect(rows.map(itemOf)).toEqual([...rows.map(itemOf)].sort((a, b) => a - b));
		expect(errors.map(itemOf)).toEqual([...dead]);
		for (const { json } of errors) {
			expect(json.error).toMatch(/connection to the customer's bank has ended/);
			expect(json.message).toMatch(/Connect again/);
		}
		expect(changed).toEqual([]);
		const refreshes = sandbox.log.tokenRequests();
		expect(refreshes).toHaveLength(200);
		expect(sandbox.log.count(({ route }) => route.endsWith('/accounts'))).toBe(195);
		expect(sandbox.log.maxInFlight.all).toBeLessThanOrEqual(20);
	});

	it.each<[string, RunNodeOptions['parameters']]>([
		['readable', {}],
		['raw', { simplify: false }],
		['summarized', { operation: 'summarize' }],
	])('says in every row whose it is (%s)', async (_, parameters) => {
		const connections = names(2).map((customer) => storedConnection(customer));
		const { output } = await get(connections, {
			parameters: { authentication: 'customerConnection', ...parameters },
		});
		expect(output[0]?.length).toBeGreaterThan(1);
		for (const { json, pairedItem } of output[0] ?? []) {
			const customer = `customer-${(pairedItem as { item: number }).item}`;
			expect(json).toMatchObject({
				reference: customer,
				connectionId: `id-of-${customer}`,
				requestedProviderId: String(DEMO.providerId),
			});
		}
	});

	it('renews once for all items of the same customer', async () => {
		const connection = storedConnection('ada');
		const { output } = await get(Array.from({ length: 30 }, () => connection));
		expect(output[0]).toHaveLength(60);
		expect(sandbox.log.tokenRequests()).toHaveLength(1);
	});

	it('shows no token and no secret anywhere', async () => {
		const connections = names(3).map((customer) => storedConnection(customer));
		sandbox.revoke({ customer: 'customer-1' });
		for (const onError of ['stopWorkflow', 'continueRegularOutput'] as const) {
			const run = await get(connections, { onError });
			const everything = [
				run.storedJson,
				inspect(run.errorObject, { depth: 9 }),
				inspect(run.logs),
			];
			for (const secret of sandbox.store.secrets()) {
				for (const text of everything) expect(text).not.toContain(secret);
			}
		}
	});
});

describe('connections to store anew', () => {
	it('come out when Flinks replaces the refresh token, and the new ones work', async () => {
		sandbox.settings.refreshRotation = true;
		const first = await get([storedConnection('ada'), storedConnection('bob')]);
		const changed = first.output[1] ?? [];
		expect(changed).toMatchObject([
			{ json: { connectionId: 'id-of-ada', reference: 'ada', reason: 'NEW_REFRESH_TOKEN' } },
			{ json: { connectionId: 'id-of-bob', reference: 'bob', reason: 'NEW_REFRESH_TOKEN' } },
		]);
		sandbox.expireTokens();
		const second = await get(changed.map(({ json }) => json.connection));
		expect(second.status).toBe('success');
		expect(second.output[0]).toHaveLength(4);
	});

	it('are not lost when the run stopped before they could be stored', async () => {
		sandbox.settings.refreshRotation = true;
		const connections = [storedConnection('ada'), 'not a connection'];
		expect((await get(connections)).status).toBe('error');
		sandbox.expireTokens();
		const { output, status } = await get(connections.slice(0, 1));
		expect(status).toBe('success');
		expect(output[1]).toMatchObject([{ json: { reason: 'NEW_REFRESH_TOKEN' } }]);
	});

	it('come out sealed with the new key when they were sealed with the previous one', async () => {
		const { output } = await get([storedConnection('ada', OLD_KEY)]);
		expect(output[0]).toHaveLength(2);
		expect(output[1]).toMatchObject([{ json: { reason: 'NEW_KEY', connectionId: 'id-of-ada' } }]);
	});
});

describe('a connection that cannot be opened', () => {
	it.each([
		['another key', () => storedConnection('ada', newKey()), /another connection key/],
		[
			'a cut text',
			() => storedConnection('ada').slice(0, -3),
			/changed after it was sealed|not a sealed/,
		],
		['no text', () => '', /no connection in its field "connection"/],
	])('(%s) is a clear failure and nothing is sent', async (_, connection, words) => {
		const text = connection();
		sandbox.log.clear();
		const { errorObject } = await get([text]);
		expect(errorObject).toMatchObject({ message: expect.stringMatching(words) });
		expect(sandbox.log.count()).toBe(0);
	});
});
