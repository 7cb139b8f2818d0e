import { CANARIES } from '../../sandbox';
import { talkTo, type Headers, type Talk } from './support/talk';

const PATH = '/api/fdx/5/accounts';

let talk: Talk;
let customer: Headers;
beforeAll(async () => {
	talk = await talkTo();
	customer = talk.asCustomer();
});
afterAll(async () => await talk.close());

const get = async (url: string, who = customer) => await talk.http.get(url, who);
const wrappers = (accounts: object[]): string[] =>
	accounts.flatMap((account) => Object.keys(account));
const idOf = (account: object): string => Object.values(account)[0].accountId;

it('come in the wrapper of their kind, without numbers and balances', async () => {
	const { data } = await get(PATH);
	expect(new Set(wrappers(data.accounts))).toEqual(
		new Set(['depositAccount', 'locAccount', 'loanAccount', 'investmentAccount']),
	);
	expect(data.page).toEqual({ totalElements: 6 });
	expect(JSON.stringify(data)).not.toMatch(/Balance|accountNumber"|routing|"transactions"/);
});

it('come whole with details, numbers being canaries', async () => {
	const { data } = await get(`${PATH}?resultType=details`);
	const [{ depositAccount }] = data.accounts;
	expect(depositAccount.accountNumber.startsWith(CANARIES.accountNumber)).toBe(true);
	expect(depositAccount).toMatchObject({
		transactionsIncluded: true,
		routingTransitNumber: expect.any(String),
	});
	expect(depositAccount.transactions).toHaveLength(3);
	expect((await get(`${PATH}/${depositAccount.accountId}`)).data).toEqual({ depositAccount });
	expect(talk.sandbox.store.secrets()).toContain(depositAccount.accountNumber);
});

it('can be chosen by id', async () => {
	const { data } = await get(PATH);
	const [first, second] = data.accounts.map(idOf);
	const chosen = await get(`${PATH}?accountIds=${second},${first},${first}`);
	expect(chosen.data.accounts).toEqual(data.accounts.slice(0, 2));
	expect((await get(`${PATH}?accountIds=${first},unknown`)).data.code).toBe(701);
	expect((await get(`${PATH}?accountIds=`)).data.code).toBe(401);
	expect((await get(`${PATH}?resultType=all`)).data.code).toBe(401);
});

it('come page by page, with opaque cursors and a next link to another host', async () => {
	const whole = (await get(`${PATH}?resultType=details`)).data.accounts;
	const found = [];
	let offset = '';
	for (let pages = 0; pages < 4; pages += 1) {
		const { data } = await get(
			`${PATH}?resultType=details&limit=2${offset && `&offset=${offset}`}`,
		);
		found.push(...data.accounts);
		offset = data.page.nextOffset ?? '';
		if (!offset) {
			expect([pages, data.links]).toEqual([2, {}]);
			break;
		}
		expect(offset).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
		const next = new URL(data.links.next.href);
		expect(next.host).not.toBe(new URL(talk.sandbox.url).host);
		expect(Object.fromEntries(next.searchParams)).toEqual({
			resultType: 'details',
			limit: '2',
			offset,
		});
	}
	expect(found).toEqual(whole);
});

it('answer a blank cursor, no total, and page sizes as told', async () => {
	const { settings } = talk.sandbox;
	Object.assign(settings, {
		lastPageCursor: 'blank',
		totalElements: false,
		pageSize: { default: 4, max: 5 },
	});
	expect((await get(PATH)).data.accounts).toHaveLength(4);
	expect((await get(`${PATH}?limit=1000`)).data.accounts).toHaveLength(5);
	const { accounts } = (await get(PATH)).data;
	expect((await get(`${PATH}?accountIds=${idOf(accounts[0])}`)).data.page).toEqual({
		nextOffset: '',
	});
	Object.assign(settings, {
		lastPageCursor: 'omitted',
		totalElements: true,
		pageSize: { default: 50, max: 100 },
	});
});

it.each(['limit=0', 'limit=-1', 'limit=x', 'limit=1.5', 'limit=', 'limit=1&limit=2'])(
	'refuse %s',
	async (query) => {
		const { status, data } = await get(`${PATH}?${query}`);
		expect([status, data.code]).toEqual([400, 401]);
	},
);

it('refuse a cursor that was made up, of another list, or of another customer', async () => {
	const { nextOffset } = (await get(`${PATH}?limit=1`)).data.page;
	const other = talk.asCustomer(undefined, { customer: 'noor' });
	expect((await get(`${PATH}?limit=1&offset=${nextOffset}`)).status).toBe(200);
	expect((await get(`${PATH}?limit=1&offset=${nextOffset}`, other)).data.code).toBe(401);
	expect((await get(`${PATH}?resultType=details&offset=${nextOffset}`)).data.code).toBe(401);
	expect((await get(`${PATH}?offset=2`)).data.code).toBe(401);
});

it('are told of an account that is not theirs', async () => {
	const other = talk.asCustomer(undefined, { customer: 'noor' });
	const { data } = await get(PATH, other);
	const { status, data: error, headers } = await get(`${PATH}/${idOf(data.accounts[0])}`);
	expect([status, error.code, error.message]).toEqual([404, 701, 'Account not found']);
	expect(headers['ob-correlation-id']).toMatch(/^[0-9a-f-]{36}$/);
	expect(headers['ob-trace-id']).toMatch(/^[0-9a-f]{32}$/);
});

it('belong to as many customers as one likes, the same every time', async () => {
	const names = ['anna', 'bela', "o'hara & sons"];
	const all = names.map((name) => talk.asCustomer(undefined, { customer: name, providerId: 2000 }));
	const found = await Promise.all(
		all.map(async (one) => (await get(PATH, one)).data.accounts.map(idOf)),
	);
	expect(new Set(found.flat()).size).toBe(18);
	const again = await talkTo();
	const same = again.asCustomer(undefined, { customer: 'bela', providerId: 2000 });
	expect((await again.http.get(PATH, same)).data.accounts.map(idOf)).toEqual(found[1]);
	await again.close();
});
