import fc from 'fast-check';
import { simplifyAccount, unwrapAccount } from '../../../outbound/fdx/account';
import { DEPOSIT, INVESTMENT, LOAN, LOC, NUMBER } from './wrappers';

const row = {
	accountId: 'a-1',
	name: 'Mine ***5678',
	accountNumberDisplay: '****5678',
	currency: 'CAD',
	balanceAsOf: '2026-01-15T10:30:00Z',
	status: 'OPEN',
};

describe('unwrapAccount', () => {
	it.each([
		['depositAccount', DEPOSIT],
		['loanAccount', LOAN],
		['locAccount', LOC],
		['investmentAccount', INVESTMENT],
		['insuranceAccount', { insuranceAccount: { accountId: 'a-1' } }],
		['cryptoWalletAccount', { cryptoWalletAccount: { accountId: 'a-1' } }],
		['pensionPlan', { pensionPlan: { accountId: 'a-1' } }],
		['', { accountId: 'a-1', currency: { currencyCode: 'CAD' } }],
		['', { accountId: 'a-1', linkedAccount: { accountId: 'a-2' } }],
		['depositAccount', { links: {}, depositAccount: { accountId: 'a-1' } }],
	])('finds %j', (wrapper, value) => {
		const found = unwrapAccount(value);
		expect(found?.wrapper).toBe(wrapper);
		expect(found?.account.accountId).toBe('a-1');
	});

	it.each([undefined, null, 7, 'depositAccount', [], {}, { depositAccount: 'x' }, { page: {} }])(
		'finds none in %j',
		(value) => {
			expect(unwrapAccount(value)).toBeUndefined();
			expect(simplifyAccount(value)).toBeUndefined();
		},
	);
});

describe('simplifyAccount', () => {
	it('takes the amounts that matter for each type, as they were given', () => {
		expect([DEPOSIT, LOAN, LOC, INVESTMENT].map((wrapper) => simplifyAccount(wrapper))).toEqual([
			{
				...row,
				category: 'deposit',
				accountType: 'CHECKING',
				balance: 5000.5,
				availableBalance: '4500.00',
			},
			{
				...row,
				category: 'loan',
				accountType: 'MORTGAGE',
				balance: 250000,
				availableBalance: null,
			},
			{
				...row,
				category: 'line of credit',
				accountType: 'CREDITCARD',
				balance: 90,
				availableBalance: 910,
			},
			{
				...row,
				category: 'investment',
				accountType: 'TAXFREESAVINGSACCOUNT',
				balance: 12000,
				availableBalance: 0,
			},
		]);
	});

	it('prefers the current balance of a line of credit', () => {
		const loc = { locAccount: { ...LOC.locAccount, currentBalance: 55 } };
		expect(simplifyAccount(loc)?.balance).toBe(55);
	});

	it('adds full numbers only when asked', () => {
		expect(JSON.stringify(simplifyAccount(DEPOSIT))).not.toMatch(/00412345678|000312345/);
		expect(simplifyAccount(DEPOSIT, { fullNumbers: true })).toMatchObject({
			accountNumber: NUMBER,
			routingTransitNumber: '000312345',
			accountNumberDisplay: '****5678',
			name: `Mine ${NUMBER}`,
		});
	});

	it('masks a display number that shows too much, and makes one where there is none', () => {
		const of = (account: object) =>
			simplifyAccount({ depositAccount: account })?.accountNumberDisplay;
		expect(of({ accountNumberDisplay: '412345678' })).toBe('***5678');
		expect(of({ accountNumberDisplay: 412345678 })).toBe('***5678');
		expect(of({ accountNumber: '412345678' })).toBe('***5678');
		expect(of({ accountNumber: 412345678 })).toBe('***5678');
		expect(of({})).toBeNull();
	});

	it('falls back for the name, and reads a bare account by its category', () => {
		const bare = {
			accountId: 1,
			accountCategory: 'LOC_ACCOUNT',
			description: 'Visa',
			nickname: ' ',
		};
		expect(simplifyAccount(bare)).toMatchObject({
			accountId: '1',
			category: 'line of credit',
			name: 'Visa',
		});
		expect(simplifyAccount({ account: bare })?.category).toBe('line of credit');
		expect(simplifyAccount({ cryptoWalletAccount: { currentBalance: 3 } })).toMatchObject({
			category: 'crypto wallet',
			balance: 3,
		});
		expect(simplifyAccount({ accountId: 'x' })?.category).toBeNull();
	});

	it('finds the balance of a commercial account, in a field or under a reporting code', () => {
		const of = (account: object) => simplifyAccount({ commercialAccount: account });
		expect(of({ currentLedgerBalance: 12.5, currentAvailableBalance: 10 })).toMatchObject({
			category: 'commercial',
			balance: 12.5,
			availableBalance: 10,
		});
		const listed = [
			{ commercialCode: { type: 'BAI', code: '010' }, amount: 1 },
			{ commercialCode: { type: 'BAI', code: '030' }, amount: { amount: '3.00', currency: 'USD' } },
			{ commercialCode: { type: 'BAI', code: '060' }, amount: 6 },
		];
		expect(of({ commercialBalances: listed })).toMatchObject({
			balance: '3.00',
			currency: 'USD',
			availableBalance: 6,
		});
		expect(of({ balances: [{ code: '999', amount: 4 }] })?.balance).toBeNull();
		expect(of({ balances: [{ amount: 4 }] })?.balance).toBe(4);
		expect(of({ balances: [{ amount: 4 }, { amount: 5 }] })?.balance).toBeNull();
	});

	it('reads an amount inside an object, with its own currency', () => {
		const money = { amount: '12.30', currency: { currencyCode: 'USD' } };
		expect(
			simplifyAccount({ depositAccount: { currentBalance: money, currency: 'CAD' } }),
		).toMatchObject({ balance: '12.30', currency: 'USD' });
		expect(
			simplifyAccount({ depositAccount: { availableBalance: { amount: 5, currency: 'CAD' } } }),
		).toMatchObject({ balance: null, availableBalance: 5, currency: 'CAD' });
		expect(
			simplifyAccount({ depositAccount: { currentBalance: { amount: {} }, balance: 2 } })?.balance,
		).toBe(2);
	});

	it('shows the name, the balance and the currency first', () => {
		expect(Object.keys(simplifyAccount(DEPOSIT) ?? {}).slice(0, 3)).toEqual([
			'name',
			'balance',
			'currency',
		]);
	});

	it('gives the same flat keys whatever the account holds', () => {
		const keys = Object.keys(simplifyAccount(DEPOSIT) ?? {});
		expect(keys).toHaveLength(10);
		const names = ['accountId', 'accountType', 'nickname', 'currency', 'balance', 'accountNumber'];
		const account = fc.dictionary(fc.constantFrom(...names), fc.anything());
		const wrapper = fc.constantFrom('depositAccount', 'xAccount', 'constructorAccount');
		fc.assert(
			fc.property(wrapper, account, (name, fields) => {
				const simple = simplifyAccount({ [name]: fields }) ?? {};
				expect(Object.keys(simple)).toEqual(keys);
				for (const value of Object.values(simple))
					expect(value === null || ['string', 'number'].includes(typeof value)).toBe(true);
			}),
		);
	});
});
