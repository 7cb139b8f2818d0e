import { accountsById, type ById } from '../../../outbound/fdx/accountsById';
import { canBeListed, listsOf } from '../../../outbound/fdx/accountLists';
import { accountsTogether } from '../../../outbound/fdx/accountsTogether';
import { isDetailed } from '../../../outbound/fdx/detailed';
import { createClient } from '../../../outbound/http/client';
import type { Exchange } from '../../../outbound/wire';
import { quickRuntime, scripted } from '../client/scripted';
import { answered } from '../errors/exchanges';

const account = (accountId: unknown) => ({ depositAccount: { accountId, currentBalance: 1 } });
const page = (ids: readonly unknown[], nextOffset?: string) =>
	answered(200, { accounts: ids.map(account), page: { nextOffset } });
const refusal = (status: number, code: number) => answered(status, { code, message: 'no' });
const UNKNOWN = refusal(404, 701);
const REFUSED = refusal(400, 401);

function clientFor(answers: readonly Exchange[]) {
	const { session, sent } = scripted(answers);
	return { client: createClient(session, quickRuntime()), sent };
}

const idsIn = (rows: readonly unknown[]) =>
	rows.map((row) => (row as ReturnType<typeof account>).depositAccount.accountId);

async function byId(answers: readonly Exchange[], query: Partial<ById> = {}) {
	const { client, sent } = clientFor(answers);
	const wanted = { accountIds: ['a', 'b'], resultType: 'details', ...query } as const;
	const { rows, failure } = await accountsById(client, wanted);
	return { ids: idsIn(rows), failure, asked: sent.map((one) => one.query?.accountIds) };
}

describe('accounts by ID', () => {
	it('come in the order of the bank, each once, without those that nobody named', async () => {
		const { ids, failure } = await byId([page(['b', 'x', 'b', 'a'])]);
		expect({ ids, failure }).toEqual({ ids: ['b', 'a'], failure: undefined });
	});

	it('are read no further than until all are found', async () => {
		const { ids, asked } = await byId([page(['b'], '1'), page(['a'], '2')]);
		expect({ ids, asked }).toEqual({ ids: ['b', 'a'], asked: ['a,b', 'a,b'] });
	});

	it('are read no further than the limit', async () => {
		const { ids, asked, failure } = await byId([page(['b'], '1')], { limit: 1 });
		expect({ ids, failure, asked }).toEqual({ ids: ['b'], failure: undefined, asked: ['a,b'] });
		expect((await byId([page(['b', 'a'])], { limit: 1 })).ids).toEqual(['b']);
	});

	it('are a part and a failure where the bank leaves one out', async () => {
		const one = await byId([page(['a', null])]);
		expect(one.ids).toEqual(['a']);
		expect(one.failure).toMatchObject({
			kind: 'not-found',
			title: 'The bank does not list this account: b',
		});
		const many = await byId([page([])], { accountIds: ['1', '2', '3', '4', '5', '6'] });
		expect(many.failure?.title).toBe(
			'The bank does not list these accounts: 1, 2, 3, 4, 5 and more',
		);
	});

	it('are a part and the reason where the pages lead nowhere', async () => {
		const { ids, failure } = await byId([page(['a'], '1'), page([], '1')]);
		expect(ids).toEqual(['a']);
		expect(failure?.title).toMatch(/^The list could not be read to its end/);
	});

	it('are found among all where the bank refuses the parameter', async () => {
		const { ids, asked } = await byId([REFUSED, page(['x', 'b', 'a'])]);
		expect({ ids, asked }).toEqual({ ids: ['b', 'a'], asked: ['a,b', undefined] });
	});

	it('fail with the words of the bank where it does not know one', async () => {
		await expect(byId([UNKNOWN])).rejects.toMatchObject({ failure: { code: '701' } });
		await expect(byId([REFUSED, REFUSED])).rejects.toMatchObject({ failure: { code: '401' } });
	});

	it('are asked for in several lists where one address does not hold them', async () => {
		const [long, longer] = ['x'.repeat(1_000), 'y'.repeat(1_000)];
		const answers = [page([long]), page([longer])];
		const { ids, asked } = await byId(answers, { accountIds: [long, longer] });
		expect({ ids, asked }).toEqual({ ids: [long, longer], asked: [long, longer] });
		const first = await byId([page([long])], { accountIds: [long, longer], limit: 1 });
		expect(first).toEqual({ ids: [long], failure: undefined, asked: [long] });
	});
});

describe('accounts of several questions', () => {
	async function together(answers: readonly Exchange[], questions: number) {
		const { client, sent } = clientFor(answers);
		const query = { accountIds: ['a', 'b', 'a'], resultType: 'lightweight', pageSize: 7 } as const;
		const found = await accountsTogether(client, query, questions);
		return { ids: [...found.keys()], asked: sent.map(({ query: one }) => one) };
	}

	it('are asked for in one list, each ID once', async () => {
		const { ids, asked } = await together([page(['b', 'x', 'a'], '1')], 2);
		expect(ids).toEqual(['b', 'a']);
		expect(asked).toEqual([{ accountIds: 'a,b', resultType: 'lightweight', limit: 7 }]);
	});

	it.each([
		[2, 1],
		[3, 1],
		[4, 2],
		[6, 3],
	])('of %i questions cost %i pages at most', async (questions, pages) => {
		const answers = ['1', '2', '3', '4'].map((next) => page(['x'], next));
		const { ids, asked } = await together([page(['a'], '0'), ...answers], questions);
		expect(ids).toEqual(['a']);
		expect(asked).toHaveLength(pages);
	});

	it.each([
		['an ID', UNKNOWN],
		['the parameter', REFUSED],
	])('are found among all where the bank refuses %s, if they are many', async (_, refused) => {
		const all = page(['a', 'x']);
		expect((await together([refused, all], 4)).ids).toEqual(['a']);
		const few = await together([refused, all], 3);
		expect(few.ids).toEqual([]);
		expect(few.asked).toHaveLength(1);
		expect((await together([refused, refused], 4)).ids).toEqual([]);
	});

	it('are not looked for among all where the failure has nothing to do with them', async () => {
		const { ids, asked } = await together([refusal(403, 403), page(['a'])], 9);
		expect(ids).toEqual([]);
		expect(asked).toHaveLength(1);
	});
});

describe('lists of IDs', () => {
	const one = (id: string) => [id];

	it('hold 1,500 characters as they are written in an address', () => {
		expect(listsOf(['a'.repeat(744), 'b'.repeat(750)], one)).toHaveLength(1);
		expect(listsOf(['a'.repeat(744), 'b'.repeat(751)], one)).toHaveLength(2);
		expect(listsOf(['é'.repeat(124), 'b'.repeat(750)], one)).toHaveLength(1);
		expect(listsOf(['é'.repeat(125), 'b'.repeat(750)], one)).toHaveLength(2);
	});

	it('keep the order, and the IDs of one question together', () => {
		const [a, b, c] = ['a', 'b', 'c'].map((letter) => letter.repeat(600));
		const questions = [[a ?? '', b ?? ''], [b ?? ''], [c ?? ''], [a ?? '']];
		expect(listsOf(questions, (question) => question)).toEqual([
			questions.slice(0, 2),
			questions.slice(2),
		]);
		expect(listsOf([], one)).toEqual([]);
	});

	it('let a question that does not fit stand alone', () => {
		const long = ['x'.repeat(900), 'y'.repeat(900)];
		expect(listsOf([['a'], long, ['b']], (ids) => ids)).toEqual([[['a']], [long], [['b']]]);
	});

	it.each([
		['a/b', true],
		['a,b', false],
		['x'.repeat(1_497), true],
		['x'.repeat(1_498), false],
	])('take %s: %s', (id, taken) => expect(canBeListed(id)).toBe(taken));
});

it.each([
	[{ depositAccount: { accountId: 'a', status: 'OPEN', currency: {} } }, false],
	[{ depositAccount: { accountId: 'a', currentBalance: 0 } }, true],
	[{ accountId: 'a', interestRate: 1 }, true],
	[null, false],
])('an account with details is told from a lightweight one: %j is %s', (value, detailed) =>
	expect(isDetailed(value)).toBe(detailed),
);
