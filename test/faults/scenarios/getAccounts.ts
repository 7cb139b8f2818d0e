import type { INodeParameters } from 'n8n-workflow';

import { FlinksGetAccounts } from '../../../nodes/FlinksGetAccounts/FlinksGetAccounts.node';
import { sealConnection } from '../../../outbound/connections/seal';
import { DEMO, type Sandbox } from '../../../sandbox';
import { sealingAt } from '../../support/sealing';
import type { End } from '../matrix/ends';
import type { Call } from '../proxy';
import { CONNECTION_KEY } from '../support/credentials';
import type { Scenario } from './types';
import { idsInPath, indexesOf } from './types';

const node = 'Flinks Get Accounts';
const create = () => new FlinksGetAccounts();

const accountsOf = (sandbox: Sandbox, customer: string): string[] =>
	(sandbox.store.customers.get(DEMO.providerId, customer)?.accounts ?? []).map(({ id }) => id);

/** Two pages for each item. */
const PAGED: INodeParameters = {
	operation: 'getAll',
	returnAll: true,
	accountsFrom: 'field',
	accountField: 'accountIds',
	options: { pageSize: 2 },
};

/** Accounts are asked for together, and alone where that went wrong; a call may have been in vain. */
const expects: Scenario['expects'] = ({ query }, expected) => {
	if (!query.has('accountIds') && !query.has('resultType')) return expected;
	if (expected === 'fails') return 'mayFail';
	return expected === 'pauses' ? 'either' : expected;
};

/** Whether a call lists one of the accounts; without IDs it lists them all. */
function lists({ query, path }: Call, accountIds: string): boolean {
	if (!path.endsWith('/accounts')) return false;
	const asked = query.get('accountIds')?.split(',');
	return asked === undefined || accountIds.split(',').some((id) => asked.includes(id));
}

const connectedAccount = (
	name: string,
	operation: INodeParameters,
	more: Partial<Scenario>,
	untruths?: (ends: readonly End[]) => string[],
): Scenario => ({
	node,
	name: `${name} of one connected account, token about to expire`,
	create,
	expects,
	...more,
	prepare: ({ sandbox, credentials }) => {
		const ids = accountsOf(sandbox, DEMO.customer);
		const wanted = [ids.slice(0, 3), ids.slice(3, 6), ids.slice(1, 4)].map((list) => list.join());
		return {
			parameters: { ...PAGED, ...operation },
			credentials: credentials.recipient(1),
			items: wanted.map((accountIds) => ({ accountIds })),
			needing: (call) => indexesOf(wanted, (list) => call.label === 'token' || lists(call, list)),
			...(untruths && { untruths }),
		};
	},
});

/** Each item asks for three accounts: totals without an error are of as many. */
function countUntruths(ends: readonly End[]): string[] {
	return ends
		.filter(({ rows, errors }) => rows.length > 0 && errors.length === 0)
		.map(({ rows }) => rows.reduce((sum, { accounts }) => sum + Number(accounts), 0))
		.filter((accounts) => accounts !== 3)
		.map((accounts) => `totals of ${accounts} accounts, not of 3`);
}

const single: Scenario = {
	node,
	name: 'single accounts',
	create,
	expects,
	prepare: ({ sandbox, credentials }) => {
		const ids = accountsOf(sandbox, DEMO.customer).slice(0, 3);
		return {
			parameters: {
				operation: 'get',
				accountId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
			},
			credentials: credentials.recipient(),
			items: ids.map((id) => ({ id })),
			// Each is read alone where all of them cannot be listed.
			needing: (call) => indexesOf(ids, (id) => idsInPath(call, 1).includes(id)),
		};
	},
};

/** The refresh token in a token request, whichever format it has. */
const refreshTokenIn = (body: string): string =>
	/canary-refresh-[\w-]+/.exec(decodeURIComponent(body))?.[0] ?? '';

export const manyCustomers: Scenario = {
	node,
	main: true,
	name: 'connections of several customers',
	ownTokens: true,
	create,
	expects,
	prepare: ({ sandbox, credentials }) => {
		const customers = [DEMO.customer, 'noor', 'winston', 'noor'];
		const tokens = new Map(
			[...new Set(customers)].map((customer) => [
				customer,
				sandbox.connect({ recipientId: DEMO.recipientId, customer }),
			]),
		);
		const items = customers.map((customer) => {
			const { refreshToken = '', connectionId = '' } = tokens.get(customer) ?? {};
			const connection = {
				connectionId,
				refreshToken,
				reference: customer,
				requestedProviderId: String(DEMO.providerId),
				connectedAt: '2026-11-20T12:00:00.000Z',
			};
			return {
				customer,
				connection: sealConnection(connection, sealingAt(credentials.url, CONNECTION_KEY)),
				accountIds: accountsOf(sandbox, customer).slice(0, 3).join(),
			};
		});
		return {
			parameters: { ...PAGED, authentication: 'customerConnection' },
			credentials: credentials.app('recipient'),
			items,
			needing: (call) =>
				indexesOf(items, ({ customer, accountIds }) =>
					call.label === 'token'
						? refreshTokenIn(call.body) === tokens.get(customer)?.refreshToken
						: lists(call, accountIds),
				),
		};
	},
};

export const getAccounts: readonly Scenario[] = [
	connectedAccount('pages', {}, {}),
	connectedAccount('pages of all accounts', { accountsFrom: 'all' }, { expects: (_, end) => end }),
	single,
	manyCustomers,
	connectedAccount('totals', { operation: 'summarize' }, { freeRows: true }, countUntruths),
];
