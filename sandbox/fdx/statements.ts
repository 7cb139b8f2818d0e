import { Readable } from 'node:stream';

import type { FastifyInstance } from 'fastify';

import { paramOf } from '../http/input';
import { fdxRefusal } from '../http/refusals';
import type { Account, Statement } from '../store/bank';
import type { World } from '../world';
import { accessFor, accountOf } from './access';
import { rangeOf } from './dates';
import { pageOf } from './pages';
import { statementPdf } from './pdf';

/** Without dates the sandbox's providers go back a year. */
const USUAL_MONTHS = 12;
const STATEMENTS = '/api/fdx/5/accounts/:account_id/statements';

/** F6 and F7: which statements there are, and the file of one. */
export function statementRoutes(app: FastifyInstance, world: World): void {
	app.get(STATEMENTS, (request) => {
		const access = accessFor(world, request, 'STATEMENTS');
		const account = accountOf(access, request);
		const range = rangeOf(request);
		const wanted = range
			? account.statements.filter(({ date }) => {
					const at = Date.parse(date);
					return at >= range.from && at < range.until;
				})
			: account.statements.slice(0, USUAL_MONTHS);
		const { items, page, links } = pageOf(world, request, access, wanted, range?.filters);
		return { page, links, statements: items.map((one) => described(account, one)) };
	});

	app.get(`${STATEMENTS}/:statement_id`, async (request, reply) => {
		const access = accessFor(world, request, 'STATEMENTS');
		const account = accountOf(access, request);
		const id = paramOf(request, 'statement_id');
		const statement = account.statements.find((one) => one.id === id);
		if (!statement) throw fdxRefusal(1107, 'The account has no statement with this id');
		if (!acceptsPdf(request.headers.accept)) {
			throw fdxRefusal(1203, 'The statement is available as application/pdf only');
		}
		if (statement.status === 'PROCESSING') throw fdxRefusal(1300, 'Try again later');
		const pdf = await statementPdf(access.customer, account, statement);
		const file = { type: 'application/pdf', size: pdf.length, open: () => Readable.from([pdf]) };
		if (world.settings.statementDelivery === 'redirect') {
			const { elsewhere, store } = world;
			return reply.redirect(`${elsewhere.url}/files/${store.files.keep(file)}`, 302);
		}
		return reply.type(file.type).header('content-length', file.size).send(file.open());
	});
}

function described({ id }: Account, statement: Statement): object {
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
				types: ['application/pdf'],
			},
		],
		status: statement.status,
	};
}

function acceptsPdf(accept = '*/*'): boolean {
	const types = accept.split(',').map((part) => part.split(';', 1)[0]?.trim().toLowerCase());
	return ['application/pdf', 'application/*', '*/*', ''].some((type) => types.includes(type));
}
