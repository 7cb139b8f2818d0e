import type { INodeParameters } from 'n8n-workflow';

import { FlinksAccountData } from '../../../nodes/FlinksAccountData/FlinksAccountData.node';
import { DEMO, type Sandbox } from '../../../sandbox';
import type { Expectation } from '../catalogue/types';
import type { End } from '../matrix/ends';
import type { Call } from '../proxy';
import { connected } from './customers';
import type { Scenario } from './types';
import { indexesOf } from './types';

const node = 'Flinks Account Data';
const create = () => new FlinksAccountData();

const accountsOf = (sandbox: Sandbox, customer: string = DEMO.customer): string[] =>
	(sandbox.store.customers.get(DEMO.providerId, customer)?.accounts ?? []).map(({ id }) => id);

const depositOf = (sandbox: Sandbox): string =>
	sandbox.bank.accounts(DEMO.providerId, DEMO.customer).find(({ kind }) => kind === 'deposit')
		?.id ?? '';

/** The account that a call is about; undefined where it is about none, or all. */
const accountIn = ({ path }: Call): string | undefined => /\/accounts\/([^/]+)/.exec(path)?.[1];

/** What the account does not offer is a row that says so, and a download that fails costs its file alone. */
const inParts = (_: Call, expected: Expectation | undefined): Expectation | undefined =>
	expected && 'flagged';

/** Jobs that ask for one account of each item. */
const ofAccounts = (
	name: string,
	parameters: INodeParameters,
	more: Partial<Scenario> = {},
	chosen: (sandbox: Sandbox) => readonly string[] = (sandbox) => accountsOf(sandbox).slice(0, 3),
): Scenario => ({
	node,
	name,
	create,
	...more,
	prepare: ({ sandbox, credentials }) => {
		const ids = chosen(sandbox);
		return {
			parameters: {
				accountsFrom: 'field',
				accountField: 'accountId',
				returnAll: true,
				...parameters,
			},
			credentials: credentials.recipient(),
			items: ids.map((accountId) => ({ accountId })),
			needing: (call) =>
				indexesOf(ids, (id) => accountIn(call) === undefined || accountIn(call) === id),
			untruths: accountUntruths(ids),
		};
	},
});

/** Each row is of the account that its item asked for, and an item without an error has one. */
const accountUntruths = (ids: readonly string[]) => (ends: readonly End[]) =>
	ids.flatMap((id, item) => {
		const { rows = [], errors = [] } = ends[item] ?? {};
		const others = rows.filter(({ accountId }) => accountId !== undefined && accountId !== id);
		const failed = errors.length > 0 || ends.length > ids.length;
		return [
			...others.map(
				({ accountId }) => `item ${item} has a row of ${String(accountId)}, not of ${id}`,
			),
			...(rows.length === 0 && !failed ? [`item ${item} has neither a row nor an error`] : []),
		];
	});

const changes: Scenario = {
	node,
	name: 'changes of two customers',
	create,
	ownTokens: true,
	freeRows: true,
	expects: inParts,
	prepare: (world) => {
		const customers = ['camille', 'noor'].map((customer) => connected(world, customer));
		return {
			parameters: {
				operation: 'getChanges',
				authentication: 'customerConnection',
			},
			credentials: world.credentials.app('recipient'),
			items: customers.map(({ sealed }) => ({ connection: sealed })),
		};
	},
};

const deposits = (sandbox: Sandbox) => [depositOf(sandbox)];

export const accountData: readonly Scenario[] = [
	ofAccounts('transactions', { resource: 'transaction', operation: 'getAll' }, { main: true }),
	changes,
	{
		node,
		name: 'customer',
		create,
		prepare: ({ credentials }) => ({
			parameters: { resource: 'customer', operation: 'get' },
			credentials: credentials.recipient(),
			items: [{}],
		}),
	},
	ofAccounts(
		'payment networks',
		{ resource: 'paymentNetwork', operation: 'getAll' },
		{ freeRows: true, expects: inParts },
		// The third one has none.
		(sandbox) => accountsOf(sandbox).slice(0, 2),
	),
	ofAccounts(
		'payment details',
		{
			resource: 'paymentNetwork',
			operation: 'getDetails',
			accountId: { __rl: true, mode: 'id', value: '={{ $json.accountId }}' },
		},
		{ freeRows: true, expects: inParts },
		deposits,
	),
	ofAccounts('statements', { resource: 'statement', operation: 'getAll' }, {}, deposits),
	ofAccounts(
		'statement files',
		{ resource: 'statement', operation: 'download' },
		{ freeRows: true, expects: inParts },
		deposits,
	),
];
