import { simplifyAccount } from '../../../outbound/fdx/account';
import { listedMoney, moneyOf } from '../../../outbound/fdx/amount';
import { categoryOf } from '../../../outbound/fdx/category';
import { amountOf, currencyOf, listOf, textOf } from '../../../outbound/fdx/record';

const BALANCES = [
	'currentBalance',
	'currentValue',
	'principalBalance',
	'balance',
	'ledgerBalance',
	'currentLedgerBalance',
	'closingLedgerBalance',
	'openingLedgerBalance',
	'openingDayBalance',
];
const AVAILABLE = [
	'availableBalance',
	'availableCredit',
	'availableCashBalance',
	'currentAvailableBalance',
	'closingAvailableBalance',
	'openingAvailableBalance',
];

describe('the kind of an account', () => {
	it.each([
		['depositAccount', 'deposit', ['currentBalance'], ['availableBalance']],
		['DEPOSIT_ACCOUNT', 'deposit', ['currentBalance'], ['availableBalance']],
		['loanAccount', 'loan', ['principalBalance'], []],
		['locAccount', 'line of credit', ['currentBalance', 'principalBalance'], ['availableCredit']],
		['investmentAccount', 'investment', ['currentValue'], ['availableCashBalance']],
		['insuranceAccount', 'insurance', ['policyCashValue'], []],
		['annuityAccount', 'annuity', ['annuityValue', 'surrenderValue'], []],
		['cryptoWallet9Account', 'crypto wallet9', [], []],
		['ACCOUNTING__DATA', 'accounting data', [], []],
		['toString', 'to string', [], []],
		['account', null, [], []],
		['', null, [], []],
	])('%j is %j, with its own fields before all others', (typeName, name, balance, available) => {
		expect(categoryOf(typeName)).toEqual({
			name,
			balance: [...balance, ...BALANCES],
			available: [...available, ...AVAILABLE],
		});
	});

	it('takes an amount from whichever field the bank has', () => {
		for (const field of BALANCES) {
			const row = simplifyAccount({ otherAccount: { accountId: 'a', [field]: 5 } });
			expect(row).toMatchObject({ balance: 5, availableBalance: null, category: 'other' });
		}
		for (const field of AVAILABLE) {
			const row = simplifyAccount({ otherAccount: { accountId: 'a', [field]: '7.0' } });
			expect(row).toMatchObject({ balance: null, availableBalance: '7.0' });
		}
	});
});

describe('a list of balances', () => {
	const entry = (code: string, amount: number) => ({ commercialCode: code, amount });

	it.each([
		['ledger', ['010', '015', '030']],
		['available', ['040', '045', '060']],
	] as const)('holds the %s balance under the most telling of its codes', (kind, codes) => {
		const entries: object[] = [entry('999', 99)];
		for (const [nth, code] of codes.entries()) {
			entries.push(entry(code, nth));
			expect(listedMoney({ balances: entries }, kind)?.amount).toBe(nth);
			expect(listedMoney({ commercialBalances: [...entries].reverse() }, kind)?.amount).toBe(nth);
		}
	});

	it('of one without a code is the balance, and nothing that is available', () => {
		expect(listedMoney({ balances: { amount: 5 } }, 'ledger')?.amount).toBe(5);
		expect(listedMoney({ balances: { amount: 5 } }, 'available')).toBeNull();
		expect(listedMoney({ balances: [entry('999', 5)] }, 'ledger')).toBeNull();
		expect(listedMoney({ balances: [{ amount: 5 }, { amount: 6 }] }, 'ledger')).toBeNull();
		expect(listedMoney({ balances: [null, 'x', { amount: 5 }] }, 'ledger')?.amount).toBe(5);
		expect(listedMoney({}, 'ledger')).toBeNull();
	});
});

describe('a field', () => {
	it.each([
		[5, '5'],
		['5', '5'],
		[' ', null],
		[Number.NaN, null],
		[Infinity, null],
		[true, null],
		[null, null],
	])('%p is the text %j', (value, text) => expect(textOf(value)).toBe(text));

	it.each([
		[5, 5],
		['5.00', '5.00'],
		['', null],
		[Number.NaN, null],
		[-Infinity, null],
		[{}, null],
	])('%p is the amount %p', (value, amount) => {
		expect(amountOf(value)).toBe(amount);
		expect(moneyOf(value)?.amount ?? null).toBe(amount);
	});

	it('is a list of what is there', () => {
		expect([undefined, null, 0, [1, 2]].map(listOf)).toEqual([[], [], [0], [1, 2]]);
	});

	it('is a currency as a code or in an object', () => {
		expect(currencyOf({ originalCurrencyCode: 'USD' })).toBe('USD');
		expect(currencyOf({ currencyCode: 'CAD', originalCurrencyCode: 'USD' })).toBe('CAD');
		expect([currencyOf('EUR'), currencyOf({}), currencyOf(null)]).toEqual(['EUR', null, null]);
	});
});
