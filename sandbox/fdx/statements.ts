import type { FastifyInstance } from 'fastify';

import { paramOf } from '../http/input';
import { fdxRefusal } from '../http/refusals';
import type { Account, Statement } from '../store/bank';
import type { World } from '../world';
import { accessFor, accountOf } from './access';
import { rangeOf } from './dates';
import { refuseNotOffered } from './offered';
import { pageOf } from './pages';
import { statementFile, typeAsked } from './statement-files';

/** Without dates the sandbox's providers go back a year. */
const USUAL_MONTHS = 12;
const STATEMENTS = '/api/fdx/5/accounts/:account_id/statements';

/** F6 and F7: which statements there are, and the file of one. */
export function statementRoutes(app: FastifyInstance, world: World): void {
	app.get(STATEMENTS, (request) => {
		const access = accessFor(world, request, 'STATEMENTS');
		const account = accountOf(access, request);
		refuseNotOffered(world, 'F6', access.customer.provider);
		const range = rangeOf(request);
		const wanted = range
			? account.statements.filter(({ date }) => {
					const at = Date.parse(date);
					return at >= range.from && at < range.until;
				})
			: account.statements.slice(0, USUAL_MONTHS);
		const { items, page, links } = pageOf(world, request, access, wanted, range?.filters);
		const { statementTypes } = world.settings;
		return { page, links, statements: items.map((one) => described(account, one, statementTypes)) };
	});

	app.get(`${STATEMENTS}/:statement_id`, async (request, reply) => {
		const access = accessFor(world, request, 'STATEMENTS');
		const account = accountOf(access, request);
		refuseNotOffered(world, 'F7', access.customer.provider);
		const id = paramOf(request, 'statement_id');
		const statement = account.statements.find((one) => one.id === id);
		if (!statement) throw fdxRefusal(1107, 'The account has no statement with this id');
		const type = typeAsked(world, request.headers.accept);
		refuseUnfinished(statement);
		const file = await statementFile(world, access.customer, account, statement, type);
		const { statementDelivery, statementLength } = world.settings;
		if (statementDelivery !== 'inline') {
			const folder = statementDelivery === 'redirect' ? 'files' : 'moved';
			const { elsewhere, store } = world;
			return reply.redirect(`${elsewhere.url}/${folder}/${store.files.keep(file)}`, 302);
		}
		if (statementLength) reply.header('content-length', file.size);
		return reply.type(file.type).send(file.open());
	});
}

/** One that is asked for often enough gets finished. */
function refuseUnfinished(statement: Statement): void {
	if (statement.status === 'AVAILABLE') return;
	if (statement.status === 'FAILED') throw fdxRefusal(1107, 'The statement could not be made');
	if (statement.asksLeft !== undefined) {
		statement.asksLeft -= 1;
		if (statement.asksLeft <= 0) statement.status = 'AVAILABLE';
	}
	throw fdxRefusal(1300, 'Try again later');
}

function described({ id }: Account, statement: Statement, types: readonly string[]): object {
	return {
		accountId: id,
		statementId: statement.id,
		statementDate: statement.date,
		description: statement.description,
		links: [
			{
				href: `/accounts/${id}/statements/${statement.id}`,
				action: 'GET',
				rel: 'self',
				types,
			},
		],
		status: statement.status,
	};
}
