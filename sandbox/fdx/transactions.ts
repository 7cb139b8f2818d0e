import type { FastifyInstance } from 'fastify';

import type { World } from '../world';
import { accessFor, accountOf } from './access';
import { rangeOf } from './dates';
import { pageOf } from './pages';

/** F4: newest first, each in the wrapper of its account's kind. Without dates: all there are. */
export function transactionRoutes(app: FastifyInstance, world: World): void {
	app.get('/api/fdx/5/accounts/:account_id/transactions', (request) => {
		const access = accessFor(world, request, 'TRANSACTIONS');
		const { kind, transactions } = accountOf(access, request);
		const range = rangeOf(request);
		const wanted = range
			? transactions.filter(({ postedAt }) => postedAt >= range.from && postedAt < range.until)
			: transactions;
		const { items, page, links } = pageOf(world, request, access, wanted, range?.filters);
		return {
			page,
			links,
			transactions: items.map(({ record }) => ({ [`${kind}Transaction`]: record })),
		};
	});
}
