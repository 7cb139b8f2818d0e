import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';

import { changeSchema } from '../bank/change';
import { HAPPENINGS } from '../bank/live';
import { paramOf, queryOf } from '../http/input';
import { DEMO } from '../seed/demo';
import { count } from '../settings/numbers';
import type { World } from '../world';
import { orRefuse, readOrRefuse } from './read';

const script = z
	.object({
		changes: z.array(changeSchema).min(1),
		/** Not now, but just before the nth answer to F4 for this account. */
		beforeRead: count.optional(),
	})
	.strict();
const life = z
	.object({
		seed: z.number().int().default(1),
		days: count.default(1),
		may: z
			.array(z.string())
			.transform((names) => HAPPENINGS.filter((name) => names.includes(name)))
			.optional(),
	})
	.strict();

const progress = z
	.object({
		statementId: z.string(),
		status: z.enum(['AVAILABLE', 'PROCESSING', 'FAILED']),
		asksLeft: count.optional(),
	})
	.strict();

const ACCOUNT = '/sandbox/accounts/:account_id';

/** What banks do to accounts. */
export function bankAdminRoutes(app: FastifyInstance, world: World): void {
	const { bank } = world;
	const named = (request: FastifyRequest): string => paramOf(request, 'account_id');

	app.get('/sandbox/accounts', (request) => {
		const { providerId = DEMO.providerId, customer = DEMO.customer } = queryOf(request);
		return bank
			.accounts(Number(providerId), String(customer))
			.map(({ id, kind, state, record, transactions, statements }) => ({
				accountId: id,
				kind,
				state,
				productName: record.productName,
				transactions: transactions.length,
				statements: statements.length,
			}));
	});
	app.get(`${ACCOUNT}/transactions`, (request) =>
		orRefuse(() => bank.account(named(request)).transactions.map(({ record }) => record)),
	);
	app.post(`${ACCOUNT}/changes`, (request) => {
		const { changes, beforeRead } = readOrRefuse(script, request.body);
		return orRefuse(() => {
			if (beforeRead === undefined) return { ids: bank.change(named(request), ...changes) };
			bank.changeBeforeRead(named(request), beforeRead, ...changes);
			return { planned: changes.length };
		});
	});
	app.post(`${ACCOUNT}/statements`, (request) => {
		const { statementId, ...rest } = readOrRefuse(progress, request.body);
		orRefuse(() => bank.statement(named(request), statementId, rest));
		return { changed: true };
	});
	app.post(`${ACCOUNT}/live`, (request) => {
		const options = readOrRefuse(life, request.body);
		return orRefuse(() => ({ done: bank.live(named(request), options) }));
	});
}
