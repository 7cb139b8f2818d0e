import { inspect } from 'node:util';
import { FlinksGetAccounts } from '../../nodes/FlinksGetAccounts/FlinksGetAccounts.node';
import { DEMO, startSandbox, type Sandbox } from '../../sandbox';
import { appCredential, CONNECTION_KEY as OLD_KEY, NEW_KEY as KEY } from '../support/app';
import { startBetween } from '../support/between';
import { newConnection } from '../support/newConnection';
import { newKey } from '../support/sealing';
import { until } from '../support/until';
import { runNode, type RunNodeOptions, type StoredCredential } from './harness';

let sandbox: Sandbox;
let app: StoredCredential;

beforeEach(async () => {
	sandbox = await startSandbox({ seed: { accountsPerCustomer: 2 } });
	app = appCredential(sandbox, { connectionKey: KEY, previousConnectionKey: OLD_KEY });
});
afterEach(async () => await sandbox.close());

const storedConnection = (customer: string, key = KEY): string =>
	newConnection(sandbox, { customer, key });

const connectionAt = (url: string, customer: string): string =>
	newConnection(sandbox, { customer, key: KEY, url });

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

	it('come out with Stop Workflow too, when another customer of the run has withdrawn consent', async () => {
		sandbox.settings.refreshRotation = true;
		const connections = [storedConnection('ada'), storedConnection('bob')];
		sandbox.revoke({ customer: 'bob' });
		const { output, status, hints } = await get(connections);
		expect(status).toBe('success');
		expect(output[0]).toMatchObject([
			{ json: { reference: 'ada' } },
			{ json: { reference: 'ada' } },
			{ json: { error: expect.any(String), details: { kind: 'connection-lost', item: 1 } } },
		]);
		expect(output[1]).toMatchObject([{ json: { reference: 'ada', reason: 'NEW_REFRESH_TOKEN' } }]);
		expect(hints).toMatchObject([{ message: expect.stringMatching(/came out as error items/) }]);
	});

	it('come out sealed with the new key when they were sealed with the previous one', async () => {
		const { output } = await get([storedConnection('ada', OLD_KEY)]);
		expect(output[0]).toHaveLength(2);
		expect(output[1]).toMatchObject([{ json: { reason: 'NEW_KEY', connectionId: 'id-of-ada' } }]);
	});
});

describe('runs that overlap, where Flinks takes each refresh token once', () => {
	beforeEach(() => {
		sandbox.settings.refreshRotation = true;
		sandbox.settings.latencyMs = 20;
	});

	it('lose none of 100 customers, and renew each connection once', async () => {
		const connections = names(100).map((customer) => storedConnection(customer));
		sandbox.log.clear();
		const runs = await Promise.all(
			[1, 2, 3].map(async () => await get(connections, { onError: 'continueErrorOutput' })),
		);
		for (const { output } of runs) {
			expect(output.slice(2).flat()).toEqual([]);
			expect(output[0]).toHaveLength(200);
			expect(output[1]).toHaveLength(100);
		}
		expect(sandbox.log.tokenRequests()).toHaveLength(100);
	});

	it('go on where the run that renews is stopped', async () => {
		const between = await startBetween(sandbox.url);
		app = appCredential({ url: between.url }, { connectionKey: KEY, requestFormat: 'json' });
		const connection = connectionAt(between.url, 'ada');
		sandbox.settings.latencyMs = 300;
		const stop = new AbortController();
		const stopped = get([connection], { signal: stop.signal });
		await until(() => between.passed.length > 0);
		const running = get([connection]);
		stop.abort();
		const other = await running;
		expect((await stopped).output.flat()).toEqual([]);
		expect(other.error).toBeUndefined();
		expect(other.output[0]).toHaveLength(2);
		await between.close();
	});

	it('lose nothing where the only run is stopped while Flinks replaces the token', async () => {
		const connection = storedConnection('ada');
		sandbox.settings.latencyMs = 300;
		const stop = new AbortController();
		const stopped = get([connection], { signal: stop.signal });
		await until(() => sandbox.log.maxInFlight.all > 0);
		stop.abort();
		expect((await stopped).output.flat()).toEqual([]);
		await until(() => sandbox.log.tokenRequests().length > 0);
		const { output, error } = await get([connection]);
		expect(error).toBeUndefined();
		expect(output[0]).toHaveLength(2);
		expect(output[1]).toMatchObject([{ json: { reason: 'NEW_REFRESH_TOKEN' } }]);
		expect(sandbox.log.tokenRequests()).toHaveLength(1);
	});

	it('take the newer of two texts of one connection, whichever comes first', async () => {
		const old = storedConnection('ada');
		const changed = (await get([old])).output[1]?.[0]?.json.connection;
		sandbox.expireTokens();
		sandbox.log.clear();
		const { output, error } = await get([old, changed, old]);
		expect(error).toBeUndefined();
		expect(output[0]).toHaveLength(6);
		expect(sandbox.log.tokenRequests()).toMatchObject([{ status: 200 }]);
	});

	it('do not call a connection lost because of a gateway', async () => {
		const between = await startBetween(sandbox.url);
		app = appCredential({ url: between.url }, { connectionKey: KEY, requestFormat: 'json' });
		const connection = connectionAt(between.url, 'ada');
		const refusal = { status: 403, body: '{"message":"Forbidden"}' };
		between.answer(({ path }) => (path === '/api/v1/token' ? refusal : undefined));
		const { output } = await get([connection], { onError: 'continueErrorOutput' });
		const told = JSON.stringify(output);
		expect(told).toContain('403');
		expect(told).not.toContain('connection-lost');
		const noAccess = { status: 401, body: '{"message":"Unauthorized"}' };
		between.answer(({ path }) => (path === '/api/v1/token' ? undefined : noAccess));
		const { output: refused } = await get([connection], { onError: 'continueErrorOutput' });
		expect(JSON.stringify(refused)).toContain('the access token was not accepted');
		expect(JSON.stringify(refused)).not.toContain('connection-lost');
		between.answer(() => undefined);
		expect((await get([connection])).output[0]).toHaveLength(2);
		await between.close();
	});
});

describe('an expected reference', () => {
	it('lets the right customer through, and refuses a swapped row before anything is sent', async () => {
		const [ada, bob] = [storedConnection('ada'), storedConnection('bob')];
		const run = async (items: object[]) =>
			await runNode({
				node: new FlinksGetAccounts(),
				credentials: { flinksOutboundAppApi: app },
				parameters: {
					authentication: 'customerConnection',
					expectedReference: '={{ $json.reference }}',
				},
				items: items.map((item) => ({ ...item })),
			});
		const right = await run([
			{ reference: 'ada', connection: ada },
			{ reference: 'bob', connection: bob },
		]);
		expect(right.output[0]).toHaveLength(4);
		sandbox.log.clear();
		const swapped = await run([{ reference: 'ada', connection: bob }]);
		expect(swapped.error?.message).toBe(
			'This connection is of the customer "bob", but "ada" was expected',
		);
		expect(sandbox.log.count()).toBe(0);
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
