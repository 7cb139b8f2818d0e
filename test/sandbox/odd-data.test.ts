import { DEMO } from '../../sandbox';
import { talkTo, type Headers, type Talk } from './support/talk';

const REQUESTS = '/api/v1/recipients/providers/requests';
const ACCOUNTS = '/api/fdx/5/accounts';

let talk: Talk;
beforeEach(async () => {
	talk = await talkTo();
});
afterEach(async () => await talk.close());

describe('rows', () => {
	it.each([
		[{ every: 3, value: null }, null],
		[{ every: 3, value: 'ON_HOLD' }, 'ON_HOLD'],
		[{ every: 3 }, undefined],
	])('of registrations can carry an odd status: %j', async (oddStatus, odd) => {
		talk.sandbox.settings.oddStatus = oddStatus;
		const { data } = await talk.plain.get(REQUESTS, await talk.asPartner());
		expect(data[2].registration_status).toBe(odd);
		expect(data[1].registration_status).toMatch(/^[A-Z_]+$/);
	});

	it('of providers can hold null in place of lists', async () => {
		talk.sandbox.settings.providerNulls = ['scopes', 'transactions', 'availableAccountTypes'];
		const partner = await talk.asPartner();
		const { data } = await talk.plain.get('/api/v1/providers/1000', partner);
		expect([data.scopes, data.data_inventory.transactions]).toEqual([null, null]);
		expect(data.data_inventory.payments).toContain('paymentNetworks.bankId');
		const all = await talk.plain.get('/api/v1/providers', partner);
		expect(all.data[0].scopes).toBeNull();
		const [active] = (await talk.plain.get('/api/v2/providers', await talk.asRecipient())).data;
		expect([active.scopes, active.availableAccountTypes]).toEqual([null, null]);
	});
});

describe('pages', () => {
	interface Read {
		readonly ids: string[];
		readonly cursors: string[];
		readonly sizes: number[];
	}
	const idOf = (wrapped: Record<string, { readonly accountId: string }>): string =>
		Object.values(wrapped)[0]?.accountId ?? '';

	/** Follows cursors from wherever they are told, `most` pages at most. */
	async function read(customer: Headers, most = 20): Promise<Read> {
		const cursors: string[] = [];
		const ids: string[] = [];
		const sizes: number[] = [];
		for (let pages = 0; pages < most; pages += 1) {
			const offset = cursors.at(-1);
			const params = { limit: 2, ...(offset ? { offset } : {}) };
			const { data } = await talk.http.get(ACCOUNTS, { ...customer, params });
			ids.push(...data.accounts.map(idOf));
			sizes.push(data.accounts.length);
			const href = data.links.next?.href;
			const next = data.page.nextOffset ?? (href && new URL(href).searchParams.get('offset'));
			if (!next) break;
			cursors.push(next);
		}
		return { ids, cursors, sizes };
	}

	it.each(['both', 'nextOffset', 'link'] as const)('tell the next one in: %s', async (nextPage) => {
		talk.sandbox.settings.nextPage = nextPage;
		const customer = talk.asCustomer();
		const { data } = await talk.http.get(`${ACCOUNTS}?limit=2`, customer);
		expect(data.page.nextOffset !== undefined).toBe(nextPage !== 'link');
		expect(data.links.next !== undefined).toBe(nextPage !== 'nextOffset');
		const { ids } = await read(customer);
		expect([ids.length, new Set(ids).size]).toEqual([6, 6]);
	});

	it('can name the same one over and over', async () => {
		talk.sandbox.settings.cursors = 'repeated';
		const { ids, cursors } = await read(talk.asCustomer(), 5);
		expect(new Set(cursors).size).toBe(1);
		expect([ids.length, new Set(ids).size]).toEqual([10, 4]);
	});

	it.each([
		['endless', 6],
		['endless rows', 40],
	] as const)('can go on for ever with new cursors: %s', async (cursors, rows) => {
		talk.sandbox.settings.cursors = cursors;
		const seen = await read(talk.asCustomer(), 20);
		expect([seen.cursors.length, new Set(seen.cursors).size]).toEqual([20, 20]);
		expect([seen.ids.length, new Set(seen.ids).size]).toEqual([rows, 6]);
	});

	it('can be empty and go on', async () => {
		talk.sandbox.settings.emptyPages = 2;
		const { sizes, cursors } = await read(talk.asCustomer());
		expect(sizes).toEqual([2, 0, 0, 2, 0, 0, 2]);
		expect(new Set(cursors).size).toBe(6);
	});
});

it('throttles by the second and says when to come back, as a date too', async () => {
	talk.sandbox.settings.throttle = { requests: 2, windowMs: 1_000 };
	talk.sandbox.settings.retryAfterS = 7_200;
	talk.sandbox.settings.retryAfterForm = 'date';
	const customer = talk.asCustomer();
	const statuses = [];
	for (let i = 0; i < 3; i += 1) statuses.push((await talk.http.get(ACCOUNTS, customer)).status);
	expect(statuses).toEqual([200, 200, 429]);
	const { headers } = await talk.http.get(ACCOUNTS, customer);
	const away = Date.parse(String(headers['retry-after'])) - Date.now();
	expect(Math.round(away / 3_600_000)).toBe(2);
	talk.sandbox.clock.advance(1_000);
	expect((await talk.http.get(ACCOUNTS, customer)).status).toBe(200);
});

it('keeps what it makes up the same, whatever is asked first', async () => {
	const other = await talkTo({ seed: { startAt: talk.sandbox.clock.now() } });
	const first = (one: Talk, key: string) => one.sandbox.store.customers.get(DEMO.providerId, key);
	first(other, 'somebody');
	expect(first(other, 'noor')?.accounts.map(({ id }) => id)).toEqual(
		first(talk, 'noor')?.accounts.map(({ id }) => id),
	);
	expect(other.sandbox.recipients).toEqual(talk.sandbox.recipients);
	await other.close();
});
