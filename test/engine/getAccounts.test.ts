import { FlinksGetAccounts } from '../../nodes/FlinksGetAccounts/FlinksGetAccounts.node';
import { CANARIES, DEMO, startSandbox, type Sandbox } from '../../sandbox';
import { credentialsFor, type Credentials } from '../support/flinks';
import { listSearch, runNode, type RunNodeOptions } from './harness';

let sandbox: Sandbox;
let credentials: Credentials;

beforeEach(async () => {
	sandbox = await startSandbox();
	credentials = credentialsFor(sandbox);
});
afterEach(async () => await sandbox.close());

async function get(
	parameters: RunNodeOptions['parameters'] = {},
	options: Partial<RunNodeOptions> = {},
) {
	return await runNode({
		node: new FlinksGetAccounts(),
		credentials: { flinksOutboundRecipientOAuth2Api: credentials.recipient },
		parameters,
		...options,
	});
}

const KEYS = [
	'name',
	'balance',
	'currency',
	'availableBalance',
	'category',
	'accountType',
	'accountNumberDisplay',
	'balanceAsOf',
	'status',
	'accountId',
];

describe('get many', () => {
	it('gives one readable row for each account, with the same fields whatever its type', async () => {
		const { output } = await get();
		expect(output[0]).toHaveLength(6);
		for (const { json } of output[0] ?? []) expect(Object.keys(json)).toEqual(KEYS);
		expect(new Set(output[0]?.map(({ json }) => json.category))).toEqual(
			new Set(['deposit', 'line of credit', 'loan', 'investment']),
		);
	});

	it('follows the cursors up to the limit, and to the end with Return All', async () => {
		sandbox.settings.pageSize = { default: 2, max: 2 };
		expect((await get({ limit: 3 })).output[0]).toHaveLength(3);
		sandbox.log.clear();
		expect((await get({ returnAll: true })).output[0]).toHaveLength(6);
		expect(sandbox.log.count(({ route }) => route.endsWith('/accounts'))).toBe(3);
	});

	it.each(['repeated', 'endless'] as const)(
		'gives the accounts it read and an error where the cursors are %s',
		async (cursors) => {
			const all = (await get()).output[0]?.map(({ json }) => json.accountId);
			sandbox.settings.pageSize = { default: 3, max: 3 };
			sandbox.settings.cursors = cursors;
			const { output, error } = await get({ returnAll: true }, { onError: 'continueErrorOutput' });
			expect(error).toBeUndefined();
			expect(output[0]?.map(({ json }) => json.accountId).slice(0, 6)).toEqual(all);
			expect(output[1]).toHaveLength(1);
			expect(output[1]?.[0]).toMatchObject({ pairedItem: { item: 0 } });
			expect((await get({ returnAll: true })).error?.message).toBeTruthy();
		},
	);

	it('keeps full account numbers back, in raw data too, until asked', async () => {
		for (const parameters of [{}, { simplify: false }]) {
			expect((await get(parameters)).storedJson).not.toContain(CANARIES.accountNumber);
		}
		const { output } = await get({ options: { fullNumbers: true } });
		expect(String(output[0]?.[0]?.json.accountNumber)).toContain(CANARIES.accountNumber);
	});

	it('fetches only the chosen accounts', async () => {
		const all = (await get()).output[0] ?? [];
		const wanted = all.slice(1, 3).map(({ json }) => json.accountId);
		const { output } = await get(
			{ accountsFrom: 'field', accountField: 'ids' },
			{ items: [{ ids: wanted }] },
		);
		expect(output[0]?.map(({ json }) => json.accountId)).toEqual(wanted);
	});

	it('keeps the order of the items, and each row points back to its own', async () => {
		sandbox.settings.latencyMs = 3;
		const items = Array.from({ length: 40 }, (_, index) => ({ index }));
		const { output } = await get({}, { items });
		expect(output[0]?.map(({ pairedItem }) => (pairedItem as { item: number }).item)).toEqual(
			items.flatMap(({ index }) => Array.from({ length: 6 }, () => index)),
		);
		expect(sandbox.log.maxInFlight.all).toBeLessThanOrEqual(20);
	});
});

describe('get', () => {
	it('reads one account by its ID', async () => {
		const [first] = (await get()).output[0] ?? [];
		const { output } = await get({
			operation: 'get',
			accountId: { __rl: true, mode: 'id', value: String(first?.json.accountId) },
		});
		expect(output[0]).toEqual([{ json: first?.json, pairedItem: { item: 0 } }]);
	});

	it.each(['a/b?c#d,e f', `${'x'.repeat(300)}%2F`])(
		'reads one account by an ID that is opaque: %j',
		async (id) => {
			sandbox.settings.maxPathSegment = 1000;
			const { accounts } = sandbox.store.customers.get(DEMO.providerId, DEMO.customer) ?? {
				accounts: [],
			};
			const [account] = accounts;
			if (account) Object.assign(account, { id });
			const { error } = await get({
				operation: 'get',
				accountId: { __rl: true, mode: 'id', value: id },
			});
			expect(error).toBeUndefined();
			expect(sandbox.log.entries.at(-1)?.status).toBe(200);
		},
	);

	it('finds accounts by name for the list in the editor', async () => {
		const { results } = await listSearch(
			{
				node: new FlinksGetAccounts(),
				credentials: { flinksOutboundRecipientOAuth2Api: credentials.recipient },
				method: 'searchAccounts',
			},
			'JOINT',
		);
		expect(results.length).toBeGreaterThan(0);
		for (const { name } of results) expect(name).toMatch(/Joint/);
	});

	it.each([
		['', /is empty/],
		['a\nb', /line break/],
		['..', /not a valid/],
	])('refuses the ID %j without asking Flinks', async (value, words) => {
		const { errorObject } = await get({
			operation: 'get',
			accountId: `={{ ${JSON.stringify(value)} }}`,
		});
		expect(errorObject).toMatchObject({ message: expect.stringMatching(words) });
		expect(sandbox.log.count()).toBe(0);
	});
});

describe('summarize', () => {
	it('adds the balances of each category and currency exactly', async () => {
		const rows = (await get({ returnAll: true })).output[0] ?? [];
		const totals = (await get({ operation: 'summarize' })).output[0]?.map(({ json }) => json) ?? [];
		const count = (key: string) => totals.reduce((sum, total) => sum + Number(total[key]), 0);
		expect(count('accounts')).toBe(rows.length);
		for (const { category, currency, totalBalance, asOfDate } of totals) {
			const own = rows.filter(
				({ json }) =>
					json.category === category &&
					json.currency === currency &&
					String(json.balanceAsOf).startsWith(String(asOfDate)),
			);
			const cents = own.reduce((sum, { json }) => sum + Math.round(Number(json.balance) * 100), 0);
			expect(Math.round(Number(totalBalance) * 100)).toBe(cents);
			expect(typeof totalBalance).toBe('string');
		}
		expect(Object.keys(totals[0] ?? {})).toEqual([
			'category',
			'currency',
			'totalBalance',
			'totalAvailableBalance',
			'asOfDate',
			'accounts',
			'accountsWithoutBalance',
			'accountsWithoutAvailableBalance',
		]);
	});

	it('counts only the chosen accounts', async () => {
		const [first] = (await get()).output[0] ?? [];
		const { output } = await get({
			operation: 'summarize',
			accountsFrom: 'ids',
			accountIds: String(first?.json.accountId),
		});
		expect(output[0]).toMatchObject([{ json: { accounts: 1, currency: first?.json.currency } }]);
	});
});

describe('summarize, where the bank lists something else than was asked for', () => {
	const account = (accountId: string, currentBalance: number) => ({
		depositAccount: {
			accountId,
			currentBalance,
			availableBalance: currentBalance,
			balanceAsOf: '2026-01-15',
			currency: { currencyCode: 'CAD' },
		},
	});
	const listed = (...accounts: object[]) =>
		sandbox.faults.add({ on: 'F2', answer: { status: 200, body: { accounts } } });
	const ask = (accountIds: string) => ({ operation: 'summarize', accountsFrom: 'ids', accountIds });

	it('counts an account that comes twice once', async () => {
		listed(account('acc-1', 10), account('acc-1', 10));
		const { output } = await get({ operation: 'summarize' });
		expect(output[0]).toMatchObject([{ json: { accounts: 1, totalBalance: '10' } }]);
	});

	it('leaves out accounts that nobody asked for', async () => {
		listed(account('acc-1', 10), account('acc-2', 5));
		const { output } = await get(ask('acc-2'));
		expect(output[0]).toMatchObject([{ json: { accounts: 1, totalBalance: '5' } }]);
	});

	it('adds nothing up where one is missing', async () => {
		listed(account('acc-1', 10));
		const { errorObject } = await get(ask('acc-1,acc-2'));
		expect(errorObject).toMatchObject({
			message: expect.stringMatching(/^The bank does not list this account: acc-2/),
		});
	});
});

describe('failures', () => {
	it('say what happened and what to do, and keep the code and the IDs for support', async () => {
		const { errorObject } = await get({
			operation: 'get',
			accountId: { __rl: true, mode: 'id', value: 'nope' },
		});
		expect(errorObject).toMatchObject({
			message: expect.stringContaining('does not exist or is not part of this consent'),
			description: expect.stringMatching(
				/Flinks code 701, HTTP 404[^]*correlation ID [0-9a-f-]{36}/,
			),
			httpCode: '404',
		});
	});

	it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'end in exactly one place with %s',
		async (onError) => {
			const account = (await get()).output[0]?.[0]?.json.accountId;
			const { output } = await get(
				{ operation: 'get', accountId: '={{ $json.id }}' },
				{ onError, items: [{ id: account }, { id: 'nope' }, { id: account }] },
			);
			const [rows = [], errors = []] = output;
			const failed = onError === 'continueErrorOutput' ? errors : rows.slice(1, 2);
			expect([...rows, ...errors]).toHaveLength(3);
			expect(failed).toMatchObject([
				{
					json: {
						error: expect.stringMatching(/^Flinks could not read the account: [^[]*$/),
						message: expect.stringContaining('Flinks code 701'),
					},
				},
			]);
		},
	);

	it('tell of a scope that was not consented to, after one renewal', async () => {
		const { accessToken, refreshToken } = sandbox.connect({
			recipientId: DEMO.recipientId,
			scopes: ['ACCOUNT_BASIC'],
		});
		credentials.store.setTokenData(credentials.recipient, {
			access_token: accessToken,
			refresh_token: refreshToken,
		});
		const { errorObject } = await get({}, { items: Array.from({ length: 10 }, () => ({})) });
		expect(errorObject).toMatchObject({ message: expect.stringMatching(/consent/i) });
		expect(sandbox.log.tokenRequests().length).toBeLessThanOrEqual(1);
	});
});
