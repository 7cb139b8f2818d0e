import type { FastifyInstance, FastifyRequest } from 'fastify';

import { queryOf } from '../http/input';
import { fdxRefusal } from '../http/refusals';
import type { Account } from '../store/bank';
import type { World } from '../world';
import { accessFor, accountOf, allows, visibleAccounts, type Access } from './access';
import { pageOf } from './pages';

const LIGHTWEIGHT = [
	'accountId',
	'accountCategory',
	'accountType',
	'accountNumberDisplay',
	'productName',
	'nickname',
	'status',
	'description',
	'currency',
];
const NESTED_TRANSACTIONS = 3;

/** F2 and F3: the customer's accounts, each in the wrapper of its kind. */
export function accountRoutes(app: FastifyInstance, world: World): void {
	app.get('/api/fdx/5/accounts', (request) => {
		const resultType = queryOf(request).resultType ?? 'lightweight';
		if (resultType !== 'lightweight' && resultType !== 'details') {
			throw fdxRefusal(401, 'resultType must be lightweight or details');
		}
		const detailed = resultType === 'details';
		const access = accessFor(world, request, detailed ? 'ACCOUNT_DETAILED' : 'ACCOUNT_BASIC');
		const { accounts, filters } = chosen(world, access, request);
		const asked = { ...(detailed ? { resultType } : {}), ...filters };
		const { items, page, links } = pageOf(world, request, access, accounts, asked);
		const show = detailed ? details : lightweight;
		return { page, links, accounts: items.map((account) => show(access, account)) };
	});

	app.get('/api/fdx/5/accounts/:account_id', (request) => {
		const access = accessFor(world, request, 'ACCOUNT_DETAILED');
		return details(access, accountOf(access, request));
	});
}

function chosen(
	{ settings }: World,
	access: Access,
	request: FastifyRequest,
): { accounts: readonly Account[]; filters: Record<string, string> } {
	const { accountIds } = queryOf(request);
	const accounts = visibleAccounts(access);
	if (accountIds === undefined || settings.accountIds === 'ignored') {
		return { accounts, filters: {} };
	}
	if (settings.accountIds === 'refused') throw fdxRefusal(401, 'accountIds is not known');
	const ids = typeof accountIds === 'string' ? new Set(accountIds.split(',')) : new Set(['']);
	if (ids.has(''))
		throw fdxRefusal(401, 'accountIds must be one id, or several with commas between');
	const found = accounts.filter(({ id }) => ids.has(id));
	if (found.length < ids.size && settings.accountIds !== 'left out')
		throw fdxRefusal(701, 'The customer has no account with one of these ids');
	return { accounts: found, filters: { accountIds: [...ids].join(',') } };
}

function lightweight(_access: Access, { kind, record, state }: Account): object {
	const shown = Object.entries({ ...record, ...closed(state) }).filter(([name]) =>
		LIGHTWEIGHT.includes(name),
	);
	return { [`${kind}Account`]: Object.fromEntries(shown) };
}

/** Nested transactions carry no wrapper, unlike those of F4. */
function details(access: Access, { kind, record, transactions, state }: Account): object {
	const included = allows(access, 'TRANSACTIONS');
	const newest = transactions
		.slice(0, NESTED_TRANSACTIONS)
		.map((transaction) => transaction.record);
	return {
		[`${kind}Account`]: {
			...record,
			...closed(state),
			transactionsIncluded: included,
			...(included ? { transactions: newest } : {}),
		},
	};
}

function closed(state: Account['state']): object {
	return state === 'closed' ? { status: 'CLOSED' } : {};
}
