import type { IDataObject, INodeParameters, IPollFunctions } from 'n8n-workflow';

import { FlinksTransactionTrigger } from '../../nodes/FlinksTransactionTrigger/FlinksTransactionTrigger.node';
import { DEMO, startSandbox, type Sandbox } from '../../sandbox';
import { credentialsFor, type Credentials } from '../support/flinks';
import { createPoller, type Poller } from './harness';

let sandbox: Sandbox;
let credentials: Credentials;
let account: string;

beforeEach(async () => {
	sandbox = await startSandbox();
	credentials = credentialsFor(sandbox);
	account = sandbox.bank.accounts(DEMO.providerId, DEMO.customer)[0]?.id ?? '';
});
afterEach(async () => await sandbox.close());

const trigger = (parameters: INodeParameters = {}, node = new FlinksTransactionTrigger()): Poller =>
	createPoller(node, parameters, { flinksOutboundRecipientOAuth2Api: credentials.recipient });

async function look(
	poller: Poller,
	mode: 'manual' | 'trigger' = 'trigger',
): Promise<IDataObject[]> {
	return ((await poller.poll(mode)) ?? []).flat().map(({ json }) => json);
}

const saved = (poller: Poller) => JSON.parse(JSON.stringify(poller.staticData)) as IDataObject;

/** The node as another process loads it: with nothing of what this one keeps in memory. */
function freshNode(): FlinksTransactionTrigger {
	let Fresh = FlinksTransactionTrigger;
	jest.isolateModules(() => {
		const loaded =
			require('../../nodes/FlinksTransactionTrigger/FlinksTransactionTrigger.node') as {
				FlinksTransactionTrigger: typeof FlinksTransactionTrigger;
			};
		Fresh = loaded.FlinksTransactionTrigger;
	});
	return new Fresh();
}

/** Another process, with what n8n saved. */
function inNewProcess(data: IDataObject, parameters: INodeParameters = {}): Poller {
	const poller = trigger(parameters, freshNode());
	Object.assign(poller.staticData, data);
	return poller;
}

/**
 * A host with durable poll cursors: a plain copy for each look, stored with what the look gives out. At
 * publication n8n 2.41.1 stores none where there is nothing to give out.
 */
function withCursors(
	node: FlinksTransactionTrigger,
	host: { cursor: IDataObject; isPublishing?: boolean },
) {
	const durable = Object.create(node) as FlinksTransactionTrigger;
	durable.poll = async function (this: IPollFunctions) {
		const copy = structuredClone(host.cursor);
		const context = Object.create(this, {
			getWorkflowStaticData: { value: () => copy },
		}) as IPollFunctions;
		const rows = await node.poll.call(context);
		if (rows !== null || !host.isPublishing) host.cursor = copy;
		return rows;
	};
	return durable;
}

const spend = (description = 'Maple Coffee', more: object = {}) =>
	sandbox.bank.change(account, { do: 'add', amount: -4.5, description, ...more })[0] ?? '';

/** The bank lists these accounts only. */
const listed = (ids: readonly string[]) =>
	sandbox.faults.add({
		on: 'F2',
		answer: {
			status: 200,
			body: { accounts: ids.map((accountId) => ({ depositAccount: { accountId } })) },
		},
	});

describe('events', () => {
	it('are added, changed and removed transactions, each once', async () => {
		const poller = trigger();
		expect(await poller.poll()).toBeNull();
		const id = spend('Maple Coffee', { status: 'PENDING' });
		const [added, ...others] = await look(poller);
		expect(others).toEqual([]);
		expect(added).toMatchObject({
			change: 'added',
			amount: -4.5,
			description: 'Maple Coffee',
			transactionId: id,
			accountId: account,
			accountName: expect.any(String),
			// Of the account: the transaction names none.
			currency: 'CAD',
			syncId: expect.stringMatching(/^[\w-]{12}$/),
			note: null,
		});
		expect(await poller.poll()).toBeNull();
		const [settled = ''] = sandbox.bank.change(account, {
			do: 'settle',
			id,
			newId: true,
			amount: -5,
		});
		expect(await look(poller)).toMatchObject([
			{
				change: 'changed',
				syncId: added?.syncId,
				amount: -5,
				changedParts: expect.arrayContaining(['amount', 'status', 'transactionId']),
			},
		]);
		sandbox.bank.change(account, { do: 'remove', id: settled });
		expect(await look(poller)).toMatchObject([
			{ change: 'removed', syncId: added?.syncId, wasPending: false, amount: null },
		]);
		expect(await poller.poll()).toBeNull();
	});

	it('come for the chosen kinds and accounts only', async () => {
		const added = trigger({ events: ['added'], filters: { accountIds: [account] } });
		const [, second] = sandbox.bank.accounts(DEMO.providerId, DEMO.customer);
		const elsewhere = trigger({ filters: { accountIds: [second?.id ?? ''] } });
		await look(added);
		await look(elsewhere);
		const id = spend();
		expect(await look(added)).toMatchObject([{ transactionId: id }]);
		sandbox.bank.change(account, { do: 'correct', id, amount: -6 });
		expect(await look(added)).toEqual([]);
		expect(await look(elsewhere)).toEqual([]);
	});

	it('begin with a backfill of so many days where that is asked for', async () => {
		const poller = trigger({ options: { backfillDays: 60 } });
		const first = await look(poller);
		const from = new Date(Date.now() - 60 * 86_400_000).toISOString().slice(0, 10);
		expect(first.length).toBeGreaterThan(10);
		expect(first.every(({ syncDate }) => String(syncDate) >= from)).toBe(true);
		expect(new Set(first.map(({ syncId }) => syncId)).size).toBe(first.length);
		expect(await look(poller)).toEqual([]);
	});
});

describe('an account that is listed later', () => {
	/** As if the first look had been so many days ago. */
	function began(poller: Poller, daysAgo: number): void {
		const memory = JSON.parse(String(poller.staticData.transactions)) as { began: number };
		const transactions = JSON.stringify({ ...memory, began: memory.began - daysAgo });
		Object.assign(poller.staticData, { transactions });
	}
	const dayBefore = (days: number) =>
		new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

	it.each([
		[100, 100],
		[400, 180],
	])('gives out what is dated since the first look %i days ago, %i at most', async (ago, days) => {
		const others = sandbox.bank.accounts(DEMO.providerId, DEMO.customer).slice(1);
		const first = listed(others.map(({ id }) => id));
		const poller = trigger();
		expect(await look(poller)).toEqual([]);
		began(poller, ago);
		sandbox.faults.remove(first.id);
		for (const back of [days + 2, days - 1, 45]) {
			spend(`Shop ${back}`, { date: dayBefore(back) });
		}
		const rows = await look(poller);
		const shops = rows.map(({ description }) => String(description));
		expect(shops.filter((shop) => shop.startsWith('Shop')).sort()).toEqual(
			[`Shop ${days - 1}`, 'Shop 45'].sort(),
		);
		expect(rows.every(({ accountId }) => accountId === account)).toBe(true);
		expect(rows.every(({ syncDate }) => String(syncDate) >= dayBefore(days))).toBe(true);
		expect(await look(poller)).toEqual([]);
	});
});

describe('when n8n is killed', () => {
	it('before it saved the state, the same comes again with the same IDs', async () => {
		const poller = trigger();
		await look(poller);
		const before = saved(poller);
		spend();
		const first = await look(poller);
		expect(first).toHaveLength(1);
		const again = inNewProcess(before);
		expect(await look(again)).toEqual(first);
		expect(await look(again)).toEqual([]);
	});

	it('after it saved the state, and perhaps not the execution, the same comes again with the same IDs', async () => {
		const poller = trigger();
		await look(poller);
		spend();
		const first = await look(poller);
		expect(first).toHaveLength(1);
		const again = inNewProcess(saved(poller));
		expect(await look(again)).toEqual(first);
		expect(await look(again)).toEqual([]);
		spend('Loon Books');
		expect(await look(again)).toMatchObject([{ description: 'Loon Books' }]);
	});

	it('later, nothing comes again that a later look knew n8n has', async () => {
		const poller = trigger();
		await look(poller);
		spend();
		await look(poller);
		spend('Loon Books');
		const second = await look(poller);
		expect(second).toMatchObject([{ description: 'Loon Books' }]);
		const again = inNewProcess(saved(poller));
		expect(await look(again)).toEqual(second);
	});

	it('during the backfill, it comes again whole', async () => {
		const options = { options: { backfillDays: 10 } };
		const poller = trigger(options);
		const first = await look(poller);
		expect(first.length).toBeGreaterThan(0);
		const again = inNewProcess(saved(poller), options);
		expect(await look(again)).toEqual(first);
		expect(await look(again)).toEqual([]);
	});

	it('nothing comes twice on a host that keeps cursors', async () => {
		const host = { cursor: {} };
		await trigger({}, withCursors(new FlinksTransactionTrigger(), host)).poll();
		spend();
		const first = await look(trigger({}, withCursors(new FlinksTransactionTrigger(), host)));
		expect(first).toHaveLength(1);
		const next = trigger({}, withCursors(freshNode(), host));
		expect(await look(next)).toEqual([]);
		spend('Loon Books');
		expect(await look(next)).toMatchObject([{ description: 'Loon Books' }]);
	});
});

describe('on a host that keeps cursors, but not that of the look at publication', () => {
	it('nothing is passed over until the next look', async () => {
		const host = { cursor: {}, isPublishing: true };
		const poller = trigger({}, withCursors(freshNode(), host));
		expect(await look(poller)).toEqual([]);
		expect(host.cursor).toEqual({});
		host.isPublishing = false;
		spend();
		expect(await look(poller)).toMatchObject([{ description: 'Maple Coffee' }]);
		expect(await look(poller)).toEqual([]);
	});

	it('a backfill that n8n did not store comes again', async () => {
		const host = { cursor: {} };
		const poller = trigger({ options: { backfillDays: 10 } }, withCursors(freshNode(), host));
		const first = await look(poller);
		expect(first.length).toBeGreaterThan(0);
		host.cursor = {};
		const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 31_000);
		expect(await look(poller)).toEqual(first);
		clock.mockRestore();
	});

	it('a look that begins before n8n has stored what the look before gave out is left out', async () => {
		const host = { cursor: {} as IDataObject };
		const poller = trigger({}, withCursors(freshNode(), host));
		await look(poller);
		const before = host.cursor;
		spend();
		expect(await look(poller)).toMatchObject([{ description: 'Maple Coffee' }]);
		const after = host.cursor;
		host.cursor = before;
		sandbox.log.clear();
		expect(await poller.poll()).toBeNull();
		expect(sandbox.log.entries).toEqual([]);
		host.cursor = after;
		spend('Loon Books');
		expect(await look(poller)).toMatchObject([{ description: 'Loon Books' }]);
	});
});

describe('trouble', () => {
	it('says once that an account is listed no more, or none at all, and watches the others', async () => {
		const poller = trigger();
		await look(poller);
		const ids = sandbox.bank.accounts(DEMO.providerId, DEMO.customer).map(({ id }) => id);
		const gone = ids.at(-1) ?? '';
		const left = ids.slice(0, -1);
		const one = listed(left);
		spend();
		// An event is not held up; what is missing is said when there is nothing else.
		expect(await look(poller)).toMatchObject([{ description: 'Maple Coffee' }]);
		await expect(poller.poll()).rejects.toThrow(`does not list these accounts any more: ${gone}`);
		expect(await poller.poll()).toBeNull();
		sandbox.faults.remove(one.id);

		const none = listed([]);
		await expect(poller.poll()).rejects.toThrow('lists no account of this customer');
		expect(await poller.poll()).toBeNull();
		sandbox.faults.remove(none.id);

		spend('Loon Books');
		sandbox.bank.change(gone, { do: 'add', amount: -1, description: 'Held back' });
		const rows = await look(poller);
		expect(rows.map(({ description }) => description).sort()).toEqual(['Held back', 'Loon Books']);
	});

	it('says nothing of an account listed no more where the filter leaves it out', async () => {
		const before = trigger();
		await look(before);
		listed([account]);
		const chosen = trigger({ filters: { accountIds: [account] } });
		Object.assign(chosen.staticData, saved(before));
		expect(await chosen.poll()).toBeNull();
	});

	it('says once that there is no account to begin with, as also for a test event', async () => {
		const none = listed([]);
		const poller = trigger({}, freshNode());
		await expect(poller.poll('manual')).rejects.toThrow('lists no account of this customer');
		await expect(poller.poll()).rejects.toThrow('lists no account of this customer');
		expect(await poller.poll()).toBeNull();
		sandbox.faults.remove(none.id);
		expect(await poller.poll()).not.toBeUndefined();
	});

	it('says once that consent has ended, and goes on after the customer connected again', async () => {
		const poller = trigger();
		await look(poller);
		sandbox.revoke();
		await expect(poller.poll()).rejects.toMatchObject({
			description: expect.stringContaining('consent'),
		});
		expect(await poller.poll()).toBeNull();
		expect(await poller.poll()).toBeNull();
		const { accessToken, refreshToken } = sandbox.connect({ recipientId: DEMO.recipientId });
		credentials.store.setTokenData(credentials.recipient, {
			access_token: accessToken,
			refresh_token: refreshToken,
			token_type: 'Bearer',
			expires_in: 299,
		});
		spend();
		expect(await look(poller)).toMatchObject([{ description: 'Maple Coffee' }]);
	});

	it('lets an account that cannot be read cost no other one its events', async () => {
		const [, second] = sandbox.bank.accounts(DEMO.providerId, DEMO.customer);
		if (!second) throw new Error('The customer has one account only');
		const poller = trigger();
		await look(poller);
		const fault = sandbox.faults.add({
			on: 'F4',
			accountId: second.id,
			answer: { status: 404, body: { code: 701, message: 'Account not found' } },
		});
		spend();
		sandbox.bank.change(second.id, { do: 'add', amount: -1, description: 'Held back' });
		expect(await look(poller)).toMatchObject([{ description: 'Maple Coffee' }]);
		await expect(poller.poll()).rejects.toThrow('does not know this account');
		expect(await poller.poll()).toBeNull();
		sandbox.faults.remove(fault.id);
		expect(await look(poller)).toMatchObject([{ description: 'Held back' }]);
	});

	it('says once that an account is closed, whatever happens in others meanwhile', async () => {
		const [, second] = sandbox.bank.accounts(DEMO.providerId, DEMO.customer);
		sandbox.bank.change(second?.id ?? '', { do: 'close' });
		const poller = trigger();
		await expect(poller.poll()).rejects.toThrow('account is closed');
		expect(await poller.poll()).toBeNull();
		for (const description of ['Maple Coffee', 'Maple Books']) {
			spend(description);
			expect(await look(poller)).toMatchObject([{ description }]);
			expect(await poller.poll()).toBeNull();
		}
	});

	it('says once that an account of the filter is not there, as also for a test event', async () => {
		const poller = trigger({ filters: { accountIds: ['acc-of-nobody'] } });
		await expect(poller.poll('manual')).rejects.toThrow('does not list what is chosen');
		await expect(poller.poll()).rejects.toThrow(/does not list what is chosen.*acc-of-nobody/);
		expect(await poller.poll()).toBeNull();
	});

	it('names the days that a test event looked back', async () => {
		const body = { transactions: [] };
		sandbox.faults.add({ on: 'F4', answer: { status: 200, body } });
		const poller = trigger({ options: { backfillDays: 60 } });
		await expect(poller.poll('manual')).rejects.toThrow('of the last 60 days');
	});

	it('masks a number that a description repeats', async () => {
		const poller = trigger();
		await look(poller);
		const number = '9876543210987';
		const transaction = {
			transactionId: 'tx-1',
			amount: 12,
			debitCreditMemo: 'DEBIT',
			status: 'POSTED',
			transactionType: 'TRANSFER',
			postedTimestamp: new Date().toISOString(),
			description: `Transfer to ${number}`,
			accountNumber: number,
		};
		const body = { transactions: [{ depositTransaction: transaction }] };
		sandbox.faults.add({ on: 'F4', accountId: account, answer: { status: 200, body } });
		const rows = await look(poller);
		expect(JSON.stringify(rows)).toContain('Transfer to ***0987');
		expect(JSON.stringify(rows)).not.toContain(number);
	});

	it('starts again with a note where its state cannot be read', async () => {
		const poller = trigger();
		Object.assign(poller.staticData, { transactions: '{"version":9}' });
		const again = await look(poller);
		expect(again.length).toBeGreaterThan(0);
		expect(again[0]).toMatchObject({
			change: 'added',
			note: expect.stringContaining('starts again'),
		});
		expect(await look(poller)).toEqual([]);
	});
});

it('shows real transactions as a test event, and leaves the state alone', async () => {
	const poller = trigger();
	const sample = await look(poller, 'manual');
	expect(sample).toHaveLength(3);
	expect(sample[0]).toMatchObject({
		change: 'listed',
		transactionId: expect.any(String),
		currency: 'CAD',
	});
	expect(poller.staticData).toEqual({});
	await look(poller);
	const state = saved(poller);
	spend();
	await look(poller, 'manual');
	expect(saved(poller)).toEqual(state);
	expect(await look(poller)).toHaveLength(1);
});
