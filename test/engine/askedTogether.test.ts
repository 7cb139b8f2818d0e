import fc from 'fast-check';
import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { FlinksGetAccounts } from '../../nodes/FlinksGetAccounts/FlinksGetAccounts.node';
import { DEMO, startSandbox, type Sandbox, type SandboxSettings } from '../../sandbox';
import { credentialsFor, type Credentials } from '../support/flinks';
import { runNode } from './harness';

/** Items of one customer that name accounts: asked about in one list, each answered as if it were alone. */

let sandbox: Sandbox;
let credentials: Credentials;

async function open(accountsPerCustomer = 6) {
	sandbox = await startSandbox({ seed: { accountsPerCustomer } });
	credentials = credentialsFor(sandbox);
}
afterEach(async () => await sandbox.close());

const ids = () => sandbox.bank.accounts(DEMO.providerId, DEMO.customer).map(({ id }) => id);

const GET: INodeParameters = {
	operation: 'get',
	accountId: { __rl: true, mode: 'field', value: 'ids' },
};
const GET_MANY: INodeParameters = {
	operation: 'getAll',
	accountsFrom: 'field',
	accountField: 'ids',
	limit: '={{ $json.limit }}',
};
const SUMMARIZE: INodeParameters = { ...GET_MANY, operation: 'summarize' };

interface Item {
	readonly ids: string;
	readonly limit: number;
}

const named = (list: readonly string[], limit = 50): Item => ({ ids: list.join(), limit });

async function ask(parameters: INodeParameters, items: readonly Item[]) {
	sandbox.log.clear();
	const { output, error } = await runNode({
		node: new FlinksGetAccounts(),
		credentials: { flinksOutboundRecipientOAuth2Api: credentials.recipient },
		parameters,
		items: items.map((item) => ({ ...item })),
		onError: 'continueErrorOutput',
	});
	expect(error).toBeUndefined();
	const entries = sandbox.log.entries.map(({ path, query }) => ({ path, query }));
	return { output, requests: entries.length, entries };
}

const MODES: ReadonlyArray<SandboxSettings['accountIds']> = [
	'usual',
	'left out',
	'ignored',
	'refused',
];

/** What came out for one item; what is of one request only, such as the IDs for support, aside. */
function endsOf(output: ReadonlyArray<readonly INodeExecutionData[]>, item: number) {
	return output.map((rows) =>
		rows
			.filter(({ pairedItem }) => (pairedItem as { item: number }).item === item)
			.map(({ json: { details, message, ...json } }) => ({
				...json,
				...(typeof message === 'string' ? { message: message.replace(/\nQuote to[^]*/, '') } : {}),
				...(details ? { kind: (details as { kind: string }).kind } : {}),
			})),
	);
}

describe.each([
	['get', GET, 1],
	['get many', GET_MANY, 4],
	[
		'get many, as Flinks sent it',
		{ ...GET_MANY, simplify: false, options: { fullNumbers: true } },
		4,
	],
	['summarize', SUMMARIZE, 4],
] as const)('any mix of items: %s', (_name, parameters, most) => {
	it('gives each item what it gets alone', async () => {
		await open();
		const known = [...ids(), 'nobody-knows'];
		const item = fc.record({
			ids: fc.uniqueArray(fc.constantFrom(...known), { minLength: 1, maxLength: most }),
			limit: fc.constantFrom(1, 2, 50),
		});
		const page = fc.constantFrom(1, 2, 50);
		const mixes = fc.array(item, { minLength: 1, maxLength: 9 });
		await fc.assert(
			fc.asyncProperty(mixes, fc.constantFrom(...MODES), page, async (mix, accountIds, size) => {
				sandbox.settings.accountIds = accountIds;
				sandbox.settings.pageSize = { default: size, max: size };
				const items = mix.map((one) => named(one.ids, one.limit));
				const together = await ask(parameters, items);
				let alone = 0;
				for (const [index, one] of items.entries()) {
					const own = await ask(parameters, [one]);
					alone += own.requests;
					expect(endsOf(together.output, index)).toEqual(endsOf(own.output, 0));
				}
				// Asking together may be in vain; it never costs more than a half of what it might save, and two.
				expect(together.requests).toBeLessThanOrEqual(1.5 * alone + 2);
			}),
			{ numRuns: 12 },
		);
	});
});

describe('requests', () => {
	const each = (...more: string[]) => [...ids(), ...more].map((id) => named([id]));

	it.each([
		['usual', [], 1],
		['left out', [], 1],
		['ignored', [], 1],
		['refused', [], 2],
		['usual', ['nobody-knows'], 3],
		['left out', ['nobody-knows'], 2],
		['ignored', ['nobody-knows'], 2],
	] as const)('for six accounts, accountIds %s, besides %j: %i', async (mode, more, requests) => {
		await open();
		sandbox.settings.accountIds = mode;
		const run = await ask(GET, each(...more));
		expect(run.requests).toBe(requests);
		expect(run.output[0]).toHaveLength(6);
		expect(run.output[1]).toHaveLength(more.length);
	});

	it('leave room in every address, however many accounts', async () => {
		await open(300);
		sandbox.settings.maxUrlLength = 2_000;
		sandbox.settings.pageSize = { default: 100, max: 100 };
		const { output, requests, entries } = await ask(GET, each());
		expect(output[0]?.map(({ json }) => json.accountId)).toEqual(ids());
		expect(requests).toBeLessThan(30);
		for (const { path } of entries) expect(path).toBe('/api/fdx/5/accounts');
	});

	it('are split where one item names more accounts than an address holds', async () => {
		await open(300);
		sandbox.settings.maxUrlLength = 2_000;
		sandbox.settings.pageSize = { default: 100, max: 100 };
		const { output } = await ask(GET_MANY, [named(ids(), 300)]);
		expect(new Set(output[0]?.map(({ json }) => json.accountId))).toEqual(new Set(ids()));
	});

	it('stop where a bank that passes over accountIds has many more accounts', async () => {
		await open(100);
		sandbox.settings.accountIds = 'ignored';
		sandbox.settings.pageSize = { default: 10, max: 10 };
		const { output, requests } = await ask(
			GET,
			ids()
				.slice(-4)
				.map((id) => named([id])),
		);
		expect(output[0]).toHaveLength(4);
		expect(requests).toBe(2 + 4);
	});

	it('go by the account where a list gives no more than its lightweight fields', async () => {
		await open();
		const own = await ask(GET, each().slice(0, 1));
		const accounts = ids().map((accountId) => ({ depositAccount: { accountId, status: 'OPEN' } }));
		sandbox.faults.add({ on: 'F2', answer: { status: 200, body: { accounts } } });
		const { output, requests } = await ask(GET, each());
		expect(requests).toBe(7);
		expect(endsOf(output, 0)).toEqual(endsOf(own.output, 0));
	});
});

describe('accounts by ID', () => {
	it('leave out what the bank adds, and tell of what it leaves out', async () => {
		await open();
		sandbox.settings.accountIds = 'left out';
		const [first = '', second = ''] = ids();
		const { output } = await ask(GET_MANY, [named([second, 'nobody-knows', first])]);
		expect(output[0]?.map(({ json }) => json.accountId)).toEqual([first, second]);
		expect(output[1]).toMatchObject([
			{ json: { error: 'The bank does not list this account: nobody-knows' } },
		]);
		sandbox.settings.accountIds = 'ignored';
		const added = await ask(GET_MANY, [named([second])]);
		expect(added.output[0]?.map(({ json }) => json.accountId)).toEqual([second]);
		expect(added.output[1]).toEqual([]);
	});
});
