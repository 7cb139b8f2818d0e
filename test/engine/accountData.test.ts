import { FlinksAccountData } from '../../nodes/FlinksAccountData/FlinksAccountData.node';
import { CANARIES, DEMO, startSandbox, type Sandbox } from '../../sandbox';
import { credentialsFor, type Credentials } from '../support/flinks';
import { runNode, type RunNodeOptions } from './harness';

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
		node: new FlinksAccountData(),
		credentials: { flinksOutboundRecipientOAuth2Api: credentials.recipient },
		parameters,
		...options,
	});
}

const accountsOf = (customer: string = DEMO.customer) =>
	sandbox.bank.accounts(DEMO.providerId, customer);
const accountIds = () => accountsOf().map(({ id }) => id);
const deposit = () => accountsOf().find(({ kind }) => kind === 'deposit')?.id ?? '';
const jsonOf = ({ output }: Awaited<ReturnType<typeof get>>) =>
	output[0]?.map(({ json }) => json) ?? [];
const asked = (end: string) => sandbox.log.count(({ route }) => route.endsWith(end));

describe('customer: get', () => {
	const customer = { resource: 'customer', operation: 'get' };

	it.each([
		{ email: true, emails: false, accounts: false },
		{ email: false, emails: true, accounts: true },
	])('gives one readable row, whichever form the bank uses: %j', async (customerFields) => {
		sandbox.settings.customerFields = customerFields;
		const [row, ...others] = jsonOf(await get(customer));
		expect(others).toEqual([]);
		expect(row).toMatchObject({
			name: expect.stringMatching(/\w+ \w+/),
			emails: expect.stringContaining('@'),
			phones: expect.stringMatching(/\d/),
			addresses: expect.stringContaining('CA'),
			accountIds: customerFields.accounts ? accountIds().join(', ') : null,
		});
	});

	it('gives what Flinks sent with Simplify off', async () => {
		const [row] = jsonOf(await get({ ...customer, simplify: false }));
		expect(row).toMatchObject({ name: { first: expect.any(String) }, email: [expect.any(String)] });
	});

	it('says in plain words that the bank has no such data', async () => {
		sandbox.settings.notOffered = ['F1'];
		const { errorObject } = await get(customer);
		expect(errorObject).toMatchObject({
			message: 'Flinks could not read the customer: the provider does not offer this data',
		});
	});
});

describe('payment network: get many', () => {
	const networks = { resource: 'paymentNetwork', operation: 'getAll' };

	it('masks numbers, in raw data too, until asked', async () => {
		for (const parameters of [networks, { ...networks, simplify: false }]) {
			const run = await get(parameters);
			expect(jsonOf(run).length).toBeGreaterThan(0);
			expect(run.storedJson).not.toContain(CANARIES.accountNumber);
		}
		const [row] = jsonOf(await get({ ...networks, options: { fullNumbers: true } }));
		expect(String(row?.identifier)).toContain(CANARIES.accountNumber);
		expect(row).toMatchObject({ type: 'CA_ACSS', transferOut: true, accountId: accountIds()[0] });
	});

	it.each([
		{ status: 405, body: 'fdx' },
		{ status: 405, body: 'message' },
		{ status: 501, body: 'fdx' },
	] as const)('says that this bank does not offer it: %j', async (notOfferedAs) => {
		Object.assign(sandbox.settings, { notOffered: ['F5'], notOfferedAs });
		const { errorObject } = await get(networks);
		expect(errorObject).toMatchObject({
			message: expect.stringMatching(
				/^Flinks could not list the payment networks: the provider does not offer this/,
			),
		});
	});

	it('keeps the others where the bank does not offer it for one account', async () => {
		const [first = '', second = ''] = accountIds();
		const answer = { status: 422, body: { code: 704, message: 'Account type not supported' } };
		sandbox.faults.add({ on: 'F5', accountId: first, answer });
		const rows = jsonOf(await get({ ...networks, returnAll: true }));
		expect(rows[0]).toEqual({
			accountId: first,
			note: expect.stringContaining('this type of account'),
		});
		expect(rows.some(({ accountId }) => accountId === second)).toBe(true);
	});
});

describe('payment network: get payment details', () => {
	const details = (accountId: string, more: RunNodeOptions['parameters'] = {}) => ({
		resource: 'paymentNetwork',
		operation: 'getDetails',
		accountId: { __rl: true, mode: 'id', value: accountId },
		...more,
	});

	it('compares names and gives the numbers in one row', async () => {
		sandbox.rename(DEMO.providerId, DEMO.customer, { first: 'Marie', last: 'Tremblay' });
		const [row] = jsonOf(await get(details(deposit(), { expectedName: 'TREMBLAY, Marie' })));
		expect(row).toMatchObject({
			holderName: 'Marie Tremblay',
			nameMatch: 'same',
			network: 'CA_ACSS',
			numbersFrom: 'payment networks',
			canBeDebited: true,
			accountId: deposit(),
		});
		expect(JSON.stringify(row)).not.toContain(CANARIES.accountNumber);
	});

	it('takes the numbers from the account where the bank has no payment networks', async () => {
		sandbox.settings.notOffered = ['F5', 'F1'];
		const [row] = jsonOf(await get(details(deposit(), { options: { fullNumbers: true } })));
		expect(row).toMatchObject({
			holderName: null,
			nameMatch: 'unknown',
			networks: null,
			numbersFrom: 'account details',
			accountNumber: expect.stringContaining(CANARIES.accountNumber),
		});
	});

	it('asks for the customer once, however many accounts', async () => {
		const items = accountIds().map((id) => ({ id }));
		const { output } = await get(details('={{ $json.id }}'), { items });
		expect(output[0]).toHaveLength(items.length);
		expect(asked('/customers/current')).toBe(1);
	});
});

describe('transaction: get many', () => {
	it('gives rows of all accounts with the defaults of a new node, the newest first', async () => {
		const rows = jsonOf(await get({ returnAll: true }));
		expect(new Set(rows.map(({ accountId }) => accountId))).toEqual(new Set(accountIds()));
		for (const id of accountIds()) {
			const dates = rows
				.filter(({ accountId }) => accountId === id)
				.map(({ date }) => String(date));
			expect(dates).toEqual([...dates].sort().reverse());
		}
		expect(rows[0]).toMatchObject({
			description: expect.any(String),
			amount: expect.any(Number),
			currency: 'CAD',
			transactionId: expect.any(String),
		});
	});

	it('gives everything once, in the same order, whatever the pages are', async () => {
		const parameters = { returnAll: true, period: 'lastDays', lastDays: 100 };
		const wide = jsonOf(await get(parameters));
		sandbox.settings.pageSize = { default: 7, max: 7 };
		expect(jsonOf(await get(parameters))).toEqual(wide);
		const ids = wide.map(({ transactionId }) => transactionId);
		expect(new Set(ids).size).toBe(ids.length);
	});

	it('stops at the limit and asks no further account', async () => {
		const { output } = await get({ limit: 3 });
		expect(output[0]).toHaveLength(3);
		const listed = sandbox.log.entries.filter(({ route }) => route.endsWith('/transactions'));
		expect(new Set(listed.map(({ path }) => path)).size).toBe(1);
	});

	it.each<[string, (id: string) => RunNodeOptions['parameters'], object]>([
		['by ID', (id) => ({ accountsFrom: 'ids', accountIds: id }), {}],
		['from a field', () => ({ accountsFrom: 'field', accountField: 'which.id' }), { nested: true }],
		['from the list', (id) => ({ accountsFrom: 'list', accounts: [id] }), {}],
	])('reads one account %s', async (_, parametersFor) => {
		const id = accountIds()[1] ?? '';
		const rows = jsonOf(await get(parametersFor(id), { items: [{ which: { id } }] }));
		expect(new Set(rows.map(({ accountId }) => accountId))).toEqual(new Set([id]));
		expect(asked('/accounts')).toBe(0);
	});

	it.each<[string, string, string]>([
		['dates', '2026-01-05', '2026-01-20'],
		['what the editor stores', '2026-01-05T00:00:00', '2026-01-20T00:00:00'],
		['what $now gives', '2026-01-05T23:30:00.000-05:00', '2026-01-20T23:30:00.000-05:00'],
	])('takes the days as they are written: %s', async (_, from, to) => {
		const { error } = await get({
			accountsFrom: 'ids',
			accountIds: deposit(),
			period: 'between',
			from,
			to,
		});
		expect(error).toBeUndefined();
		expect(sandbox.log.entries.at(-1)).toMatchObject({
			query: { startTime: '2026-01-05', endTime: '2026-01-20' },
		});
	});

	it.each<[RunNodeOptions['parameters'], RegExp]>([
		[{ period: 'between', from: '2026-02-30' }, /'From' cannot be used: it is not a day/],
		[{ period: 'between', from: '' }, /'From' cannot be used: it is empty/],
		[{ period: 'between', from: '2026-02-01', to: '2026-01-01' }, /it is after 'To'/],
		[{ period: 'between', from: '2099-01-01' }, /or after today/],
		[{ period: 'lastDays', lastDays: 0 }, /'Days' cannot be used/],
		[{ period: 'lastDays', lastDays: '={{ 1.5 }}' }, /'Days' cannot be used/],
	])('refuses %j without asking Flinks', async (parameters, words) => {
		const { errorObject } = await get(parameters);
		expect(errorObject).toMatchObject({ message: expect.stringMatching(words) });
		expect(sandbox.log.count()).toBe(0);
	});

	it('gives what Flinks sent with Simplify off, and says whose it is', async () => {
		const [row] = jsonOf(await get({ simplify: false, limit: 1 }));
		expect(row).toMatchObject({
			accountId: accountIds()[0],
			depositTransaction: { transactionId: expect.any(String) },
		});
	});

	it('masks a number that a description repeats, with Simplify as without, until asked', async () => {
		const number = '9876543210987';
		const moment = new Date().toISOString();
		const transaction = {
			transactionId: 'tx-1',
			amount: 12,
			debitCreditMemo: 'DEBIT',
			status: 'POSTED',
			transactionType: 'TRANSFER',
			postedTimestamp: moment,
			transactionTimestamp: moment,
			description: `Transfer to ${number}`,
			accountNumber: number,
		};
		const body = { transactions: [{ depositTransaction: transaction }] };
		sandbox.faults.add({ on: 'F4', answer: { status: 200, body } });
		const one = { accountsFrom: 'ids', accountIds: deposit() };
		for (const more of [{}, { simplify: false }, { operation: 'getChanges' }]) {
			const run = await get({ ...one, ...more });
			expect(JSON.stringify(jsonOf(run))).toContain('Transfer to ***0987');
			expect(run.storedJson).not.toContain(number);
		}
		const [row] = jsonOf(await get({ ...one, options: { fullNumbers: true } }));
		expect(row).toMatchObject({ description: `Transfer to ${number}` });
	});

	it('gives everything once where the bank lists an account twice', async () => {
		const wrapper = { depositAccount: { accountId: deposit(), currency: { currencyCode: 'CAD' } } };
		const body = { accounts: [wrapper, wrapper] };
		sandbox.faults.add({ on: 'F2', answer: { status: 200, body } });
		const ids = jsonOf(await get({ returnAll: true })).map(({ transactionId }) => transactionId);
		expect(ids.length).toBeGreaterThan(0);
		expect(new Set(ids).size).toBe(ids.length);
	});

	it('tells of a closed account among all, and ends with an error where it was named', async () => {
		const id = accountIds()[0] ?? '';
		sandbox.bank.change(id, { do: 'close' });
		const rows = jsonOf(await get({ returnAll: true }));
		expect(rows[0]).toEqual({ accountId: id, note: expect.stringContaining('account is closed') });
		expect(rows.length).toBeGreaterThan(10);
		const { errorObject } = await get({ accountsFrom: 'ids', accountIds: id });
		expect(errorObject).toMatchObject({ message: expect.stringContaining('account is closed') });
	});

	it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'ends every item in one place with %s',
		async (onError) => {
			const id = deposit();
			const { output } = await get(
				{ accountsFrom: 'field', accountField: 'id', limit: 2 },
				{ onError, items: [{ id }, { id: 'nope' }, { id }] },
			);
			const [rows = [], errors = []] = output;
			const failed = onError === 'continueErrorOutput' ? errors : rows.slice(2, 3);
			expect([...rows, ...errors]).toHaveLength(5);
			expect(failed).toMatchObject([
				{ json: { error: expect.stringMatching(/^Flinks could not list the transactions: /) } },
			]);
		},
	);
});

describe('statement: get many', () => {
	const statements = { resource: 'statement', operation: 'getAll' };

	it("lists the bank's own range, and a period that is asked for", async () => {
		const one = { ...statements, accountsFrom: 'ids', accountIds: deposit(), returnAll: true };
		const rows = jsonOf(await get(one));
		expect(rows).toHaveLength(12);
		expect(rows[0]).toMatchObject({
			status: 'PROCESSING',
			fileTypes: 'application/pdf',
			accountId: deposit(),
		});
		const year = { ...one, period: 'lastDays', lastDays: 100 };
		expect(jsonOf(await get(year)).length).toBeLessThan(5);
	});
});

describe('a list that leads nowhere', () => {
	const period = { period: 'lastDays', lastDays: 300 };
	it.each([
		['transaction', { ...period, lastDays: 30 }],
		['statement', period],
		['paymentNetwork', {}],
	])('costs no row that was read: %s', async (resource, more) => {
		const parameters = { resource, operation: 'getAll', returnAll: true, ...more };
		const one = { ...parameters, accountsFrom: 'ids', accountIds: deposit() };
		const whole = jsonOf(await get(one));
		expect(whole.length).toBeGreaterThan(1);
		Object.assign(sandbox.settings, { cursors: 'repeated', pageSize: { default: 1, max: 1 } });
		const { output } = await get(one, { onError: 'continueErrorOutput' });
		expect(output[0]?.map(({ json }) => json)).toHaveLength(2);
		for (const { json } of output[0] ?? []) expect(whole).toContainEqual(json);
		expect(output[1]).toMatchObject([
			{ json: { error: expect.stringMatching(/^The list could not be read to its end/) } },
		]);
		const { error } = await get(one);
		expect(error?.message).toMatch(/could not be read to its end/);
	});

	it('costs no row of another account', async () => {
		const [first = '', second = ''] = accountIds();
		sandbox.faults.add({
			on: 'F4',
			accountId: first,
			answer: { status: 403, body: { code: 403 } },
		});
		const { output } = await get(
			{ returnAll: true, accountsFrom: 'ids', accountIds: `${first},${second}` },
			{ onError: 'continueErrorOutput' },
		);
		expect(new Set(output[0]?.map(({ json }) => json.accountId))).toEqual(new Set([second]));
		expect(output[1]).toHaveLength(1);
		expect(String(output[1]?.[0]?.json.message)).toContain(`It happened with account ${first}.`);
	});
});

describe('statement: download', () => {
	const download = { resource: 'statement', operation: 'download' };
	const bytes = (data = '') => Buffer.from(data, 'base64');

	it('gives the files of a period, and says which statement is not ready', async () => {
		const { output } = await get({ ...download, accountsFrom: 'ids', accountIds: deposit() });
		const [processing, ...files] = output[0] ?? [];
		expect(processing).toMatchObject({ json: { note: expect.stringContaining('PROCESSING') } });
		expect(processing?.binary).toBeUndefined();
		expect(processing?.json).toMatchObject({ fileName: null, fileType: null, fileSize: null });
		for (const { json } of files) expect(json).toMatchObject({ keptAt: null, note: null });
		expect(files.length).toBeGreaterThan(0);
		for (const { json, binary } of files) {
			expect(bytes(binary?.data?.data).toString('latin1')).toMatch(/^%PDF-[^]*%%EOF\s*$/);
			expect(json).toMatchObject({ fileName: `statement-${String(json.statementId)}.pdf` });
		}
	});

	it('gives each row the same fields, also of an account without statements', async () => {
		const accountId = accountIds().find((id) => id !== deposit()) ?? '';
		const answer = { status: 422, body: { code: 704, message: 'Account type not supported' } };
		sandbox.faults.add({ on: 'F6', accountId, answer });
		const rows = jsonOf(await get(download));
		const skipped = { statementId: null, fileName: null, note: expect.stringMatching(/./) };
		expect(rows.filter((row) => row.accountId === accountId)).toMatchObject([skipped]);
		expect(rows.some(({ note }) => note === null)).toBe(true);
		for (const row of rows) expect(Object.keys(row)).toEqual(Object.keys(rows[0] ?? {}));
	});

	it.each(['inline', 'redirect'] as const)(
		'gives several statements by ID from fields of the items (%s)',
		async (statementDelivery) => {
			sandbox.settings.statementDelivery = statementDelivery;
			const items = accountsOf()
				.slice(0, 3)
				.map((account) => ({
					accountId: account.id,
					statementId: account.statements[2]?.id,
				}));
			const parameters = { ...download, statementsFrom: 'id', binaryPropertyName: 'statement' };
			const { output } = await get(parameters, { items: items.map((json) => ({ json })) });
			expect(output[0]).toMatchObject(
				items.map((json, item) => ({
					json: { ...json, fileType: 'application/pdf' },
					binary: { statement: { mimeType: 'application/pdf', fileExtension: 'pdf' } },
					pairedItem: { item },
				})),
			);
			for (const visit of sandbox.elsewhere.visits)
				expect(JSON.stringify(visit)).not.toMatch(/bearer/i);
		},
	);

	it.each<[string, () => void, RunNodeOptions['parameters'], RegExp]>([
		[
			'1300',
			() => sandbox.bank.statement(deposit(), statementId(), { status: 'PROCESSING' }),
			{},
			/still being prepared/,
		],
		[
			'1203',
			() => undefined,
			{ options: { fileType: 'image/gif' } },
			/file type asked for is not offered/,
		],
		['413', () => Object.assign(sandbox.settings, { statementBytesMax: 10 }), {}, /too large/],
		[
			'405',
			() => Object.assign(sandbox.settings, { notOffered: ['F7'] }),
			{},
			/does not offer this data/,
		],
	])('says %s in plain words', async (_, prepare, more, words) => {
		prepare();
		const { errorObject } = await get(
			{ ...download, statementsFrom: 'id', ...more },
			{ items: [{ accountId: deposit(), statementId: statementId() }] },
		);
		expect(errorObject).toMatchObject({ message: expect.stringMatching(words) });
	});

	it.each([
		{ status: 200, headers: { 'content-type': 'application/pdf' }, body: '' },
		{ status: 204 },
	])('takes nothing for a file: %j', async (answer) => {
		sandbox.faults.add({ on: 'F7', answer });
		const { errorObject } = await get(
			{ ...download, statementsFrom: 'id' },
			{ items: [{ accountId: deposit(), statementId: statementId() }] },
		);
		expect(errorObject).toMatchObject({ message: expect.stringMatching(/is empty/) });
	});

	const page = '<!doctype html><title>Sorry</title>';
	it.each([
		['short', page],
		['long', page + 'x'.repeat(5_000)],
	])('takes no %s web page for a PDF', async (_, body) => {
		const headers = { 'content-type': 'application/pdf' };
		sandbox.faults.add({ on: 'F7', answer: { status: 200, headers, body } });
		const { errorObject, output } = await get(
			{ ...download, statementsFrom: 'id' },
			{ items: [{ accountId: deposit(), statementId: statementId() }] },
		);
		expect(output.flat()).toEqual([]);
		expect(errorObject).toMatchObject({
			message: expect.stringMatching(/what arrived as a PDF file is none$/),
		});
		expect(sandbox.log.count(({ route }) => route.includes('/statements/'))).toBe(1);
	});

	it('gives the other files and one error where the address of one is not safe', async () => {
		const headers = { location: 'http://files.example.com/one.pdf' };
		sandbox.faults.add({ on: 'F7', times: 1, answer: { status: 302, headers } });
		const { output } = await get(
			{ ...download, accountsFrom: 'ids', accountIds: deposit(), lastDays: 200 },
			{ onError: 'continueErrorOutput' },
		);
		const [rows = [], errors = []] = output;
		expect(rows.filter(({ binary }) => binary).length).toBeGreaterThan(2);
		expect(errors).toMatchObject([
			{ json: { error: expect.stringMatching(/address that is not safe/) } },
		]);
		expect(String(errors[0]?.json.message)).toMatch(/It happened with statement st[\w-]+/);
	});

	it('tells of one file that is too large, and keeps the others', async () => {
		const large = { status: 413, body: { code: 413, message: 'Too large' } };
		sandbox.faults.add({ on: 'F7', times: 1, answer: large });
		const { output } = await get({
			...download,
			accountsFrom: 'ids',
			accountIds: deposit(),
			lastDays: 200,
		});
		const rows = output[0] ?? [];
		expect(rows.filter(({ binary }) => binary).length).toBeGreaterThan(2);
		expect(rows.filter(({ json }) => /too large/.test(String(json.note)))).toHaveLength(1);
	});

	const statementId = () =>
		accountsOf().find(({ id }) => id === deposit())?.statements[1]?.id ?? '';
});
