import fc from 'fast-check';

import { summarizeAccounts, type OwnedAccount } from '../../../outbound/fdx/summarizeAccounts';

const account = (over: Partial<OwnedAccount> = {}): OwnedAccount => ({
	reference: 'user-1',
	connectionId: 'c-1',
	requestedProviderId: '1000',
	category: 'deposit',
	currency: 'CAD',
	balance: 0.1,
	availableBalance: null,
	balanceAsOf: '2026-01-15T10:30:00Z',
	...over,
});

describe('summarizeAccounts', () => {
	it('adds exactly, however the amounts are written', () => {
		expect(
			summarizeAccounts([account(), account({ balance: '0.20', availableBalance: 7 })]),
		).toEqual([
			{
				reference: 'user-1',
				category: 'deposit',
				currency: 'CAD',
				totalBalance: '0.30',
				totalAvailableBalance: '7',
				asOfDate: '2026-01-15',
				accounts: 2,
				accountsWithoutBalance: 0,
				accountsWithoutAvailableBalance: 1,
				requestedProviderId: '1000',
				connectionId: 'c-1',
			},
		]);
	});

	it.each<[string, Partial<OwnedAccount>]>([
		['customers', { reference: 'user-2' }],
		['connections', { connectionId: 'c-2' }],
		['banks', { requestedProviderId: '2000' }],
		['categories', { category: 'loan' }],
		['currencies', { currency: 'USD' }],
		['dates', { balanceAsOf: '2026-01-16' }],
		['a date and none', { balanceAsOf: null }],
	])('keeps %s apart', (_, over) => {
		expect(summarizeAccounts([account(), account(over)]).map(({ accounts }) => accounts)).toEqual([
			1, 1,
		]);
	});

	it('takes moments of one day, and a currency in small letters, as the same', () => {
		const rows = summarizeAccounts([
			account({ balanceAsOf: '2026-01-15', currency: 'cad' }),
			account({ balanceAsOf: '2026-01-15 23:59' }),
		]);
		expect(rows).toMatchObject([{ accounts: 2, currency: 'CAD' }]);
	});

	it('gives an account without a currency a row of its own', () => {
		const none = account({ currency: null, balance: 5 });
		expect(summarizeAccounts([none, none, account()])).toMatchObject([
			{ currency: null, totalBalance: '5', accounts: 1 },
			{ currency: null, totalBalance: '5', accounts: 1 },
			{ currency: 'CAD', accounts: 1 },
		]);
	});

	it('counts what has no balance, and guesses none', () => {
		const rows = summarizeAccounts([account({ balance: null }), account({ balance: '1,234.50' })]);
		expect(rows).toMatchObject([
			{ accounts: 2, accountsWithoutBalance: 2, totalBalance: null, totalAvailableBalance: null },
		]);
	});

	it('does not read a date into other words', () => {
		expect(summarizeAccounts([account({ balanceAsOf: 'yesterday' })])[0]?.asOfDate).toBeNull();
		expect(summarizeAccounts([account({ balanceAsOf: '2026-01-155' })])[0]?.asOfDate).toBeNull();
	});

	it('counts every account once', () => {
		const some = fc.record({
			reference: fc.constantFrom('a', 'b', null),
			connectionId: fc.constantFrom('c', null),
			requestedProviderId: fc.constant('1'),
			category: fc.constantFrom('deposit', null),
			currency: fc.constantFrom('CAD', 'USD', null),
			balance: fc.oneof(fc.integer(), fc.string(), fc.constant(null)),
			availableBalance: fc.constant(null),
			balanceAsOf: fc.constantFrom('2026-01-15', null),
		});
		fc.assert(
			fc.property(fc.array(some), (list) => {
				const rows = summarizeAccounts(list);
				expect(rows.reduce((sum, { accounts }) => sum + accounts, 0)).toBe(list.length);
			}),
		);
	});
});
