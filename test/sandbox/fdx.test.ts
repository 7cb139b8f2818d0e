import { DEMO } from '../../sandbox';
import { talkTo, type Headers, type Talk } from './support/talk';

const FDX = '/api/fdx/5';

let talk: Talk;
let customer: Headers;
let chequing: string;
beforeAll(async () => {
	talk = await talkTo();
	customer = talk.asCustomer();
	chequing =
		talk.sandbox.store.customers.get(DEMO.providerId, DEMO.customer)?.accounts[0]?.id ?? '';
});
afterAll(async () => await talk.close());

const get = async (url: string, who = customer, headers = {}) =>
	await talk.http.get(`${FDX}${url}`, { headers: { ...who.headers, ...headers } });
const of = (account: string, what: string) => `/accounts/${account}/${what}`;
const codeOf = async (url: string, who = customer) => {
	const { status, data } = await get(url, who);
	return [status, data.code];
};

it('gives the customer as far as the consent reaches', async () => {
	const keys = async (...scopes: string[]) =>
		Object.keys(
			(await get('/customers/current', talk.asCustomer(scopes, { customer: 'noor' }))).data,
		);
	expect(await keys('CUSTOMER_PERSONAL')).toEqual(['customerId', 'name', 'dateOfBirth']);
	expect(await keys('CUSTOMER_CONTACT')).toEqual([
		'customerId',
		'email',
		'addresses',
		'telephones',
	]);
	expect((await get('/customers/current')).data.name).toEqual({
		first: 'Camille',
		last: 'Tremblay',
	});
});

it('gives 130 transactions of the chequing account, newest first, over several pages', async () => {
	const found: Array<{ transactionId: string; postedTimestamp: string }> = [];
	let offset = '';
	do {
		const { data } = await get(`${of(chequing, 'transactions')}?offset=${offset}`);
		found.push(
			...data.transactions.map((one: { depositTransaction: object }) => one.depositTransaction),
		);
		offset = data.page.nextOffset ?? '';
	} while (offset);
	expect(new Set(found.map(({ transactionId }) => transactionId)).size).toBe(130);
	const posted = found.map(({ postedTimestamp }) => postedTimestamp);
	expect([...posted].sort().reverse()).toEqual(posted);
	expect(found[0]).toMatchObject({ status: 'PENDING', amount: expect.any(Number) });
});

it('wraps the transactions of each kind of account in its own name', async () => {
	const accounts = talk.sandbox.store.customers.get(DEMO.providerId, DEMO.customer)?.accounts ?? [];
	for (const { id, kind } of accounts) {
		const { data } = await get(`${of(id, 'transactions')}?limit=1`);
		expect(Object.keys(data.transactions[0])).toEqual([`${kind}Transaction`]);
	}
});

it('filters by day, both ends included', async () => {
	const day = new Date(talk.sandbox.clock.now() - 5 * 86_400_000).toISOString().slice(0, 10);
	const { data } = await get(`${of(chequing, 'transactions')}?startTime=${day}&endTime=${day}`);
	expect(data.transactions.length).toBeGreaterThan(0);
	for (const { depositTransaction } of data.transactions) {
		expect(depositTransaction.postedTimestamp.slice(0, 10)).toBe(day);
	}
});

it.each(['transactions', 'statements'])('holds %s to the date rules', async (what) => {
	const code = async (query: string) => await codeOf(`${of(chequing, what)}?${query}`);
	expect(await code('startTime=2026-01-01')).toEqual([400, 702]);
	expect(await code('endTime=2026-01-01')).toEqual([400, 702]);
	expect(await code('startTime=2026-02-01&endTime=2026-01-01')).toEqual([400, 703]);
	for (const wrong of ['2026-1-1', '2026-02-30', 'today', '', '2026-01-01T00:00:00Z']) {
		expect(await code(`startTime=${wrong}&endTime=2026-03-01`)).toEqual([400, 401]);
	}
});

it('gets new transactions while it runs', async () => {
	const id = talk.sandbox.addTransaction({ description: 'New shoes', amount: -80 });
	const { data } = await get(`${of(chequing, 'transactions')}?limit=1`);
	expect(data.transactions[0].depositTransaction).toMatchObject({
		transactionId: id,
		description: 'New shoes',
		amount: 80,
		debitCreditMemo: 'DEBIT',
	});
});

it('knows payment networks, save for the provider that has none', async () => {
	const { data } = await get(of(chequing, 'payment-networks'));
	expect(data.paymentNetworks.map(({ type }: { type: string }) => type)).toEqual([
		'CA_ACSS',
		'CA_LVTS',
	]);
	const providerId = DEMO.providerWithoutPaymentNetworks;
	const there = talk.asCustomer(undefined, { providerId });
	const account =
		talk.sandbox.store.customers.get(providerId, DEMO.customer)?.accounts[0]?.id ?? '';
	expect(await codeOf(of(account, 'payment-networks'), there)).toEqual([405, 501]);
});

it.each([
	['/customers/current', ['ACCOUNT_BASIC']],
	['/accounts', ['TRANSACTIONS']],
	['/accounts?resultType=details', ['ACCOUNT_BASIC']],
	['/accounts/ID', ['ACCOUNT_BASIC']],
	['/accounts/ID/transactions', ['ACCOUNT_DETAILED']],
	['/accounts/ID/payment-networks', ['ACCOUNT_DETAILED']],
	['/accounts/ID/statements', ['ACCOUNT_DETAILED']],
	['/accounts/ID/statements/any', ['ACCOUNT_DETAILED']],
])('refuses %s to a consent of %p only', async (url, scopes) => {
	const narrow = talk.asCustomer(scopes);
	expect(await codeOf(url.replace('ID', chequing), narrow)).toEqual([401, 602]);
});

it('leaves investments and nested transactions out where they were not consented to', async () => {
	const narrow = talk.asCustomer(['ACCOUNT_BASIC', 'ACCOUNT_DETAILED'], { customer: 'winston' });
	const { data } = await get('/accounts?resultType=details', narrow);
	expect(JSON.stringify(data)).not.toMatch(/investmentAccount|"transactions"/);
	expect(data.accounts[0].depositAccount.transactionsIncluded).toBe(false);
	const accounts = talk.sandbox.store.customers.get(DEMO.providerId, 'winston')?.accounts ?? [];
	const plan = accounts.find(({ kind }) => kind === 'investment')?.id;
	expect(await codeOf(`/accounts/${plan}`, narrow)).toEqual([401, 602]);
});
