import type { GenericValue } from 'n8n-workflow';
import { FlinksAccountData } from '../../nodes/FlinksAccountData/FlinksAccountData.node';
import { DEMO, startSandbox, type Sandbox } from '../../sandbox';
import { appCredential, CONNECTION_KEY } from '../support/app';
import { credentialsFor } from '../support/flinks';
import { newConnection } from '../support/newConnection';
import { runNode, type RunNodeOptions, type StoredCredential } from './harness';

let sandbox: Sandbox;
let app: StoredCredential;

beforeEach(async () => {
	sandbox = await startSandbox({ seed: { accountsPerCustomer: 2 } });
	app = appCredential(sandbox);
});
afterEach(async () => await sandbox.close());

type Json = Record<string, GenericValue>;
/** What an operator keeps for each customer. */
interface Stored {
	readonly connection: string;
	readonly syncState?: GenericValue;
}

const storedConnection = (customer: string): string =>
	newConnection(sandbox, { customer, key: CONNECTION_KEY });

async function changes(
	stored: readonly Stored[],
	parameters: RunNodeOptions['parameters'] = {},
	options: Partial<RunNodeOptions> = {},
) {
	const run = await runNode({
		node: new FlinksAccountData(),
		credentials: { flinksOutboundAppApi: app },
		parameters: {
			authentication: 'customerConnection',
			operation: 'getChanges',
			...parameters,
		},
		items: stored.map((one) => ({ syncState: null, ...one })),
		...options,
	});
	const [rows = [], states = []] = run.output;
	return {
		...run,
		rows: rows.map(({ json }): Json => json),
		states: states.map(({ json }): Json => json),
	};
}

const accountIds = (customer: string) =>
	sandbox.bank.accounts(DEMO.providerId, customer).map(({ id }) => id);
const first = (customer: string) => accountIds(customer)[0] ?? '';

describe('transaction: get changes', () => {
	it('says where an item has no field of that name, and nothing of an empty one', async () => {
		const connection = storedConnection('ada');
		const { states } = await changes([{ connection }]);
		expect(states).toMatchObject([{ notes: null }]);
		const syncState = states[0]?.syncState ?? null;

		const wrong = await changes([{ connection, syncState }], { syncStateField: 'sycnState' });
		expect(wrong.states).toMatchObject([
			{
				startedAgain: false,
				notes: expect.stringMatching(
					/^The item has no field "sycnState", so there was no sync state to go on from\. If one is stored, .+'Sync State Field'\. The item has the fields: syncState, connection\.$/,
				),
			},
		]);
		const right = await changes([{ connection, syncState }]);
		expect(right.states).toMatchObject([{ added: 0, notes: null }]);
		const asked = { syncStateField: 'sycnState', options: { startAgain: true } };
		const anew = await changes([{ connection, syncState }], asked);
		expect(anew.states).toMatchObject([{ notes: expect.not.stringMatching(/has no field/) }]);
	});

	it('gives everything the first time, nothing of an unchanged bank, and what changed after that', async () => {
		const connection = storedConnection('ada');
		const begun = await changes([{ connection }]);
		expect(begun.rows.length).toBeGreaterThan(20);
		for (const row of begun.rows) {
			expect(row).toMatchObject({
				change: 'added',
				syncId: expect.stringMatching(/^[\w-]{12}$/),
				currency: expect.any(String),
				reference: 'ada',
				connectionId: 'id-of-ada',
				requestedProviderId: String(DEMO.providerId),
			});
		}
		expect(begun.states).toMatchObject([
			{ added: begun.rows.length, changed: 0, removed: 0, startedAgain: false, notes: null },
		]);
		const { syncState } = begun.states[0] ?? {};
		const quiet = await changes([{ connection, syncState }]);
		expect(quiet.rows).toEqual([]);
		const [pending = ''] = sandbox.bank.change(first('ada'), {
			do: 'add',
			status: 'PENDING',
			amount: -20,
			description: 'Blue Door Diner',
		});
		const one = await changes([{ connection, syncState: quiet.states[0]?.syncState }]);
		expect(one.rows).toMatchObject([{ change: 'added', amount: -20, status: 'PENDING' }]);
		sandbox.bank.change(first('ada'), { do: 'settle', id: pending, newId: true });
		const two = await changes([{ connection, syncState: one.states[0]?.syncState }]);
		expect(two.rows).toMatchObject([
			{
				change: 'changed',
				syncId: one.rows[0]?.syncId,
				accountId: first('ada'),
				changedParts: expect.stringContaining('status'),
				matchedBy: 'same content',
				confidence: 'high',
				run: 4,
			},
		]);
		sandbox.bank.change(first('ada'), {
			do: 'remove',
			id: String(two.rows[0]?.transactionId),
		});
		const three = await changes([{ connection, syncState: two.states[0]?.syncState }]);
		expect(three.rows).toMatchObject([{ change: 'removed', syncId: one.rows[0]?.syncId }]);
	});

	it('keeps several customers of one run apart', async () => {
		const customers = ['ada', 'bob', 'eve'];
		const stored = customers.map((customer) => ({ connection: storedConnection(customer) }));
		const { states } = await changes(stored);
		expect(states.map(({ reference }) => reference)).toEqual(customers);
		sandbox.bank.change(first('bob'), { do: 'add', amount: -7 });
		const again = await changes(
			stored.map((one, index) => ({ ...one, syncState: states[index]?.syncState })),
		);
		expect(again.rows).toMatchObject([{ change: 'added', amount: -7, reference: 'bob' }]);
		expect(again.states).toHaveLength(3);
	});

	it('gives the same IDs to two runs with the same state', async () => {
		const connection = storedConnection('ada');
		const [a, b] = await Promise.all([changes([{ connection }]), changes([{ connection }])]);
		expect(a.rows).toEqual(b.rows);
	});

	it.each<[string, (text: string, other: string) => GenericValue, RegExp]>([
		['cut', () => 'flinks-sync.v1.abc', /is cut or is none/],
		['changed', (text) => `${text.slice(0, -9)}AAAAAAAAA`, /was changed after it was given out/],
		['of another connection', (_, other) => other, /is of another connection/],
		['no text', () => 17, /is cut or is none/],
	])('says that it starts again with a state that is %s', async (_, alter, words) => {
		const [connection, other] = [storedConnection('ada'), storedConnection('bob')];
		const own = { accountsFrom: 'ids', accountIds: first('ada') };
		const { states } = await changes([{ connection }], own);
		const others = await changes([{ connection: other }]);
		const altered = alter(String(states[0]?.syncState), String(others.states[0]?.syncState));
		const again = await changes([{ connection, syncState: altered }], own);
		expect(again.states).toMatchObject([
			{ startedAgain: true, notes: expect.stringMatching(words), removed: 0 },
		]);
		expect(again.rows.length).toBeGreaterThan(0);
	});

	it('starts again when asked to', async () => {
		const connection = storedConnection('ada');
		const { states, rows } = await changes([{ connection }]);
		const again = await changes([{ connection, syncState: states[0]?.syncState }], {
			options: { startAgain: true },
		});
		expect(again.rows).toHaveLength(rows.length);
		expect(again.states).toMatchObject([{ startedAgain: true }]);
	});

	it('begins with an account that is new beside others, and keeps the state of one not listed', async () => {
		const connection = storedConnection('ada');
		const [one = '', two = ''] = accountIds('ada');
		const only = { accountsFrom: 'ids', accountIds: one };
		const begun = await changes([{ connection }], only);
		const both = await changes([{ connection, syncState: begun.states[0]?.syncState }]);
		expect(new Set(both.rows.map(({ accountId }) => accountId))).toEqual(new Set([two]));
		expect(both.states).toMatchObject([{ startedAgain: false }]);
		const { syncState } = both.states[0] ?? {};
		sandbox.bank.change(two, { do: 'vanish' });
		const gone = await changes([{ connection, syncState }]);
		expect(gone.rows).toEqual([]);
		sandbox.bank.change(two, { do: 'return' });
		const back = await changes([{ connection, syncState: gone.states[0]?.syncState }]);
		expect(back.rows).toEqual([]);
		expect(back.states).toMatchObject([{ notes: null }]);
	});

	it('fails whole, and sends nothing out, where one account cannot be read', async () => {
		const connection = storedConnection('ada');
		const { states } = await changes([{ connection }]);
		const { syncState } = states[0] ?? {};
		sandbox.bank.change(first('ada'), { do: 'add', amount: -7 });
		sandbox.faults.add({
			on: 'F4',
			accountId: accountIds('ada')[1] ?? '',
			answer: { status: 400, body: { code: 703, message: 'Invalid date range' } },
		});
		const { output } = await changes(
			[{ connection, syncState }],
			{},
			{
				onError: 'continueErrorOutput',
			},
		);
		expect(output.map((items) => items.length)).toEqual([0, 0, 0, 1]);
		sandbox.faults.clear();
		const again = await changes([{ connection, syncState }]);
		expect(again.rows).toMatchObject([{ change: 'added', amount: -7 }]);
	});

	it('gives what Flinks sent with Simplify off', async () => {
		const { rows } = await changes([{ connection: storedConnection('ada') }], { simplify: false });
		expect(rows[0]).toMatchObject({ change: 'added', syncId: expect.any(String) });
		expect(Object.keys(rows[0] ?? {}).some((key) => key.endsWith('Transaction'))).toBe(true);
	});

	it('works for the one customer of a connected account', async () => {
		const { recipient } = credentialsFor(sandbox);
		const options = { credentials: { flinksOutboundRecipientOAuth2Api: recipient } };
		const parameters = { authentication: 'connectedAccount' };
		const begun = await changes([{ connection: '' }], parameters, options);
		expect(begun.rows.length).toBeGreaterThan(20);
		const { syncState } = begun.states[0] ?? {};
		const quiet = await changes([{ connection: '', syncState }], parameters, options);
		expect(quiet.rows).toEqual([]);
		expect(quiet.states).toMatchObject([{ startedAgain: false }]);
	});
});
