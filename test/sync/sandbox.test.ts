import { transactionPages } from '../../outbound/endpoints/accountData';
import { createClient } from '../../outbound/http/client';
import { readChanges, type ChangesRead } from '../../outbound/transactions/changes/readChanges';
import { dayIn, utcDay } from '../../outbound/transactions/day';
import { simplifyTransaction } from '../../outbound/transactions/row';
import { DEMO } from '../../sandbox';
import { talkTo, type Talk } from '../sandbox/support/talk';
import { quickRuntime, scripted } from '../unit/client/scripted';
import { Books, contentOf } from './books';
import { openState, stateText } from '../support/inOneGo';

const START = Date.parse('2026-03-15T12:00:00Z');
const DAY_MS = 86_400_000;
const RULES = { overlapDays: 60, firstDays: 90, maxDays: 180 };

let talk: Talk;
let account: string;
beforeEach(async () => {
	talk = await talkTo({ seed: { startAt: START, transactions: 40 } });
	talk.sandbox.settings.pageSize = { ...talk.sandbox.settings.pageSize, default: 15 };
	talk.asCustomer();
	account = talk.sandbox.bank.accounts(DEMO.providerId, DEMO.customer)[0]?.id ?? '';
});
afterEach(async () => await talk.close());

/** The real client, which asks the sandbox over HTTP as the customer's recipient. */
function clientNow() {
	const bearer = talk.asCustomer();
	const requests = { sent: 0 };
	const { session } = scripted([], {
		send: async ({ path, query }) => {
			requests.sent += 1;
			const answer = await talk.http.get(path, { ...bearer, params: query ?? {} });
			const response = { status: answer.status, headers: {}, body: answer.data as unknown };
			return { exchange: { kind: 'answered', response }, generation: 0 };
		},
	});
	return { client: createClient(session, quickRuntime()), requests };
}

async function run(books: Books): Promise<ChangesRead & { requests: number }> {
	const { client, requests } = clientNow();
	const scope = { connectionId: 'c1', accountId: account };
	const changes = await readChanges(
		(range) => transactionPages(client, account, range),
		scope,
		openState(books.state, scope),
		utcDay(talk.sandbox.clock.now()),
		RULES,
	);
	if (changes.started) books.deleteFrom(dayIn(changes.since));
	books.apply(changes);
	books.state = stateText(changes.nextState, scope);
	return { ...changes, requests: requests.sent };
}

function atTheBank(since: string): string[] {
	const rows = talk.sandbox.bank
		.account(account)
		.transactions.flatMap(({ record }) => simplifyTransaction(record) ?? []);
	const first = (one: string | null) => one?.slice(0, 10) ?? '9999';
	return rows
		.filter((row) =>
			[row.postedTimestamp, row.transactionTimestamp].every((one) => first(one) >= since),
		)
		.map(contentOf)
		.sort();
}

it.each([1, 2, 3])('keeps books equal to the bank over 40 nights of life %i', async (seed) => {
	const books = new Books();
	const { since } = await run(books);
	for (let night = 0; night < 40; night += 1) {
		talk.sandbox.clock.advance(DAY_MS);
		talk.sandbox.bank.live(account, { seed });
		await run(books);
		expect(books.contents()).toEqual(atTheBank(since));
	}
	const quiet = await run(books);
	expect(quiet).toMatchObject({ added: [], changed: [], removed: [], notes: [] });
	expect(books.phantoms).toBe(0);
});

it('reads an unchanged bank once where the bank counts its rows', async () => {
	const books = new Books();
	const pages = (await run(books)).requests;
	talk.sandbox.settings.totalElements = true;
	expect((await run(books)).requests).toBe(pages);
});

it('notices a page that changed while it was read, and reads again', async () => {
	const books = new Books();
	const { since } = await run(books);
	const newest = talk.sandbox.bank.account(account).transactions[0]?.record.transactionId;
	talk.sandbox.bank.changeBeforeRead(account, 2, { do: 'remove', id: String(newest) });
	const { removed } = await run(books);
	expect(removed).toHaveLength(1);
	expect(books.contents()).toEqual(atTheBank(since));
});

it('takes nothing away when the account vanishes, and goes on when it returns', async () => {
	const books = new Books();
	await run(books);
	const { state } = books;
	talk.sandbox.bank.change(account, { do: 'vanish' });
	await expect(run(books)).rejects.toMatchObject({
		failure: { code: '701', title: 'The bank does not know this account any more' },
	});
	expect(books.state).toBe(state);
	talk.sandbox.bank.change(account, { do: 'return' });
	expect(await run(books)).toMatchObject({ added: [], changed: [], removed: [] });
});
