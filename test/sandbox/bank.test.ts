import { DEMO, type ChangeInput } from '../../sandbox';
import { talkTo, type Headers, type Talk } from './support/talk';

const START = Date.parse('2026-03-15T12:00:00Z');
const SEED = { startAt: START, transactions: 6 };

let talk: Talk;
let customer: Headers;
let account: string;
beforeEach(async () => {
	talk = await talkTo({ seed: SEED });
	customer = talk.asCustomer();
	account = talk.sandbox.bank.accounts(DEMO.providerId, DEMO.customer)[0]?.id ?? '';
});
afterEach(async () => await talk.close());

interface Row {
	readonly transactionId: string;
	readonly status: string;
	readonly amount: number;
	readonly debitCreditMemo: string;
	readonly postedTimestamp?: string;
	readonly description: string;
}

async function read(query = '', most = 100): Promise<Row[]> {
	const rows: Row[] = [];
	let offset: string | undefined;
	for (let pages = 0; pages < most; pages += 1) {
		const path = `/api/fdx/5/accounts/${account}/transactions`;
		const params = { limit: 3, ...(offset ? { offset } : {}) };
		const { data } = await talk.http.get(`${path}${query}`, { ...customer, params });
		rows.push(
			...data.transactions.map((one: { depositTransaction: Row }) => one.depositTransaction),
		);
		offset = data.page.nextOffset;
		if (!offset) break;
	}
	return rows;
}
const ids = async (): Promise<string[]> => (await read()).map(({ transactionId }) => transactionId);
const change = (...changes: ChangeInput[]): string[] =>
	talk.sandbox.bank.change(account, ...changes);
const rowOf = async (id: string | undefined): Promise<Row | undefined> =>
	(await read()).find(({ transactionId }) => transactionId === id);

describe('a change', () => {
	it('adds, backdated where wanted, and keeps the order', async () => {
		const before = await ids();
		const [now, then] = change({ do: 'add' }, { do: 'add', amount: 20, date: '2026-03-14' });
		expect(await rowOf(then)).toMatchObject({ amount: 20, debitCreditMemo: 'CREDIT' });
		expect((await ids())[0]).toBe(now);
		const dates = (await read()).map(({ postedTimestamp }) => postedTimestamp);
		expect(dates).toEqual([...dates].sort().reverse());
		expect((await ids()).filter((id) => id !== now && id !== then)).toEqual(before);
	});

	it.each([
		['the same id', false],
		['a new id', true],
		['the id given', 'SETTLED-1'],
	])('settles a pending one with %s', async (_name, newId) => {
		const [pending = ''] = change({ do: 'add', status: 'PENDING', amount: -9 });
		expect((await rowOf(pending))?.status).toBe('PENDING');
		const count = (await ids()).length;
		const [settled] = change({ do: 'settle', id: pending, newId, amount: -9.5 });
		expect(settled === pending).toBe(newId === false);
		expect(await rowOf(settled)).toMatchObject({ status: 'POSTED', amount: 9.5 });
		expect((await ids()).length).toBe(count);
	});

	it('corrects, moves, doubles and removes', async () => {
		const [one = '', other = ''] = change({ do: 'add', amount: -1 }, { do: 'add', amount: -2 });
		const [, twin] = change(
			{ do: 'correct', id: one, amount: 3, date: '2026-03-01', description: 'Corrected' },
			{ do: 'twin', id: other },
			{ do: 'remove', id: other },
		);
		const corrected = await rowOf(one);
		expect(corrected).toMatchObject({
			amount: 3,
			debitCreditMemo: 'CREDIT',
			description: 'Corrected',
		});
		expect(corrected?.postedTimestamp).toMatch(/^2026-03-01T/);
		expect((await read()).at(-1)?.transactionId).toBe(one);
		expect([(await rowOf(twin))?.amount, await rowOf(other)]).toEqual([2, undefined]);
		expect(() => change({ do: 'remove', id: other })).toThrow(RangeError);
	});

	it('lets an account vanish, close and return', async () => {
		const status = async (path = ''): Promise<[number, unknown]> => {
			const answer = await talk.http.get(`/api/fdx/5/accounts/${account}${path}`, customer);
			return [answer.status, answer.data.code];
		};
		const listed = async (): Promise<unknown[]> => {
			const { data } = await talk.http.get(`/api/fdx/5/accounts`, customer);
			const rows: { accountId: string; status: string }[] = data.accounts.map(
				(one: object) => Object.values(one)[0],
			);
			return rows.filter(({ accountId }) => accountId === account).map((row) => row.status);
		};
		change({ do: 'vanish' });
		expect([await status('/transactions'), await listed()]).toEqual([[404, 701], []]);
		change({ do: 'close' });
		expect([await status('/transactions'), await listed()]).toEqual([[409, 705], ['CLOSED']]);
		change({ do: 'return' });
		expect([await status('/transactions'), await listed()]).toEqual([[200, undefined], ['OPEN']]);
	});

	it('can wait for a page to be read, so that one row comes twice', async () => {
		const before = await ids();
		talk.sandbox.bank.changeBeforeRead(account, 2, { do: 'add' });
		const torn = await ids();
		expect(torn).toHaveLength(before.length + 1);
		expect(new Set(torn).size).toBe(before.length);
		expect(new Set(await ids()).size).toBe(before.length + 1);
	});

	it('can wait for a page to be read, so that one row is missed', async () => {
		const before = await ids();
		talk.sandbox.bank.changeBeforeRead(account, 2, { do: 'remove', id: before[0] ?? '' });
		const torn = await ids();
		expect(before.filter((id) => !torn.includes(id))).toEqual([before[3]]);
	});
});

describe('the range', () => {
	const days = (start: string, end: string): string => `?startTime=${start}&endTime=${end}`;

	it('is as long as it may be, and no longer', async () => {
		talk.sandbox.settings.transactionDays = { usual: null, longest: 31, kept: null };
		const path = `/api/fdx/5/accounts/${account}/transactions`;
		const asked = async (query: string) => {
			const { status, data } = await talk.http.get(`${path}${query}`, customer);
			return [status, data.code];
		};
		expect(await asked(days('2026-03-01', '2026-03-31'))).toEqual([200, undefined]);
		expect(await asked(days('2026-03-01', '2026-04-01'))).toEqual([400, 703]);
	});

	it('goes back a usual time without dates, and never further than what is kept', async () => {
		change({ do: 'add', date: '2026-02-01' }, { do: 'add', date: '2025-12-01' });
		const { settings } = talk.sandbox;
		expect((await ids()).length).toBe(8);
		settings.transactionDays = { usual: 60, longest: null, kept: null };
		expect((await ids()).length).toBe(7);
		settings.transactionDays = { usual: null, longest: null, kept: 30 };
		expect((await ids()).length).toBe(6);
		expect(await read(days('2025-01-01', '2025-12-31'))).toEqual([]);
	});
});

it('shows pending ones without a posting time where told to', async () => {
	talk.sandbox.settings.pendingPostedTimestamp = false;
	const shown = (await read()).map((row) => [row.status, row.postedTimestamp !== undefined]);
	expect(shown).toContainEqual(['PENDING', false]);
	expect(shown).toContainEqual(['POSTED', true]);
});

describe('a life', () => {
	const DAY = 86_400_000;

	it('is the same for the same seed, and another for another', async () => {
		const lived = async (seed: number): Promise<unknown> => {
			const other = await talkTo({ seed: SEED });
			const [first] = other.sandbox.bank.accounts(DEMO.providerId, DEMO.customer);
			for (let night = 0; night < 20; night += 1) {
				other.sandbox.clock.advance(DAY);
				other.sandbox.bank.live(first?.id ?? '', { seed });
			}
			await other.close();
			return first?.transactions.map(({ record }) => record);
		};
		expect(await lived(7)).toEqual(await lived(7));
		expect(await lived(7)).not.toEqual(await lived(8));
	});

	it('has everything in it that banks do', () => {
		const done = talk.sandbox.bank.live(account, { seed: 3, days: 200 });
		const kinds = new Set(
			done.map((one) =>
				one.do === 'settle' ? `settle ${one.newId !== false} ${one.amount !== undefined}` : one.do,
			),
		);
		expect([...kinds].sort()).toEqual([
			'add',
			'correct',
			'remove',
			'settle false false',
			'settle true false',
			'settle true true',
			'twin',
		]);
	});

	it('can be told what may happen', () => {
		const done = talk.sandbox.bank.live(account, { days: 60, may: ['twin'] });
		expect([...new Set(done.map((one) => one.do))].sort()).toEqual(['add', 'twin']);
	});
});

it('is scripted over HTTP too', async () => {
	const post = async (path: string, body: object) =>
		await talk.http.post(`/sandbox/accounts/${account}/${path}`, body);
	const [first] = (await talk.http.get('/sandbox/accounts?providerId=1000')).data;
	expect(first).toMatchObject({
		accountId: account,
		kind: 'deposit',
		state: 'open',
		transactions: 6,
	});
	const { data } = await post('changes', { changes: [{ do: 'add', amount: -5 }, { do: 'close' }] });
	expect(data.ids).toEqual([expect.stringMatching(/^NEW-/), account]);
	expect((await post('changes', { changes: [{ do: 'add' }], beforeRead: 2 })).data.planned).toBe(1);
	expect((await post('live', { seed: 2, days: 3 })).data.done.length).toBeGreaterThan(0);
	const truth = (await talk.http.get(`/sandbox/accounts/${account}/transactions`)).data;
	expect(truth.map((row: Row) => row.transactionId)).toContain(data.ids[0]);
	for (const [path, body] of [
		['changes', { changes: [] }],
		['changes', { changes: [{ do: 'steal' }] }],
		['changes', { changes: [{ do: 'remove', id: 'none' }] }],
		['live', { days: 0 }],
	] as const) {
		expect((await post(path, body)).status).toBe(400);
	}
	expect((await talk.http.get('/sandbox/accounts/none/transactions')).status).toBe(400);
});
