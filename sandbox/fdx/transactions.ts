import type { FastifyInstance } from 'fastify';

import { fdxRefusal } from '../http/refusals';
import type { Transaction } from '../store/bank';
import { DAY_MS } from '../timestamps';
import type { World } from '../world';
import { accessFor, accountOf } from './access';
import { rangeOf, type Range } from './dates';
import { refuseNotOffered } from './offered';
import { pageOf } from './pages';

/** F4: newest first, each in the wrapper of its account's kind. */
export function transactionRoutes(app: FastifyInstance, world: World): void {
	app.get('/api/fdx/5/accounts/:account_id/transactions', (request) => {
		const access = accessFor(world, request, 'TRANSACTIONS');
		world.bank.reading(accountOf(access, request));
		const account = accountOf(access, request);
		refuseNotOffered(world, 'F4', access.customer.provider);
		const range = rangeOf(request);
		const wanted = within(world, account.transactions, range);
		const { items, page, links } = pageOf(world, request, access, wanted, range?.filters);
		const wrapper = `${account.kind}Transaction`;
		const transactions = items.map((one) => ({ [wrapper]: shown(world, one) }));
		return { page, links, transactions };
	});
}

function within(
	{ settings, clock }: World,
	all: readonly Transaction[],
	range: Range | undefined,
): readonly Transaction[] {
	const { usual, longest, kept } = settings.transactionDays;
	const now = clock.now();
	const from = range?.from ?? (usual === null ? -Infinity : now - usual * DAY_MS);
	const until = range?.until ?? Infinity;
	if (range && longest !== null && until - from > longest * DAY_MS) {
		throw fdxRefusal(703, `At most ${longest} days can be asked for at once`);
	}
	const oldest = kept === null ? -Infinity : now - kept * DAY_MS;
	return all.filter(({ postedAt }) => postedAt >= Math.max(from, oldest) && postedAt < until);
}

function shown({ settings }: World, { record }: Transaction): object {
	if (record.status !== 'PENDING' || settings.pendingPostedTimestamp) return record;
	const { postedTimestamp: _later, ...rest } = record;
	return rest;
}
