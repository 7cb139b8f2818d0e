import { maskedRow } from '../../../outbound/transactions/maskRow';
import { simplifyTransaction, unwrapTransaction } from '../../../outbound/transactions/row';

const BARE = {
	accountId: '11',
	transactionId: '1',
	postedTimestamp: '2020-02-01T00:00:00.0000000Z',
	transactionTimestamp: '2020-01-31T00:00:00.0000000Z',
	description: 'Direct Deposit',
	debitCreditMemo: 'CREDIT',
	amount: 1.1,
	status: 'POSTED',
	transactionType: 'DEPOSIT',
	payee: 'Employer Inc.',
	currency: { currencyCode: 'CAD' },
};
const ROW = {
	date: '2020-02-01',
	description: 'Direct Deposit',
	amount: 1.1,
	currency: 'CAD',
	status: 'POSTED',
	category: null,
	merchant: 'Employer Inc.',
	direction: 'CREDIT',
	transactionType: 'DEPOSIT',
	postedTimestamp: '2020-02-01T00:00:00.0000000Z',
	transactionTimestamp: '2020-01-31T00:00:00.0000000Z',
	transactionId: '1',
	referenceTransactionId: null,
	accountId: '11',
};

describe('transactions', () => {
	it.each([
		'depositTransaction',
		'locTransaction',
		'loanTransaction',
		'newTransaction',
		'transaction',
	])('come out of %s', (wrapper) => {
		expect(unwrapTransaction({ [wrapper]: BARE })).toEqual({ wrapper, transaction: BARE });
		expect(simplifyTransaction({ [wrapper]: BARE })).toEqual(ROW);
	});

	it('nested in an account are bare', () => {
		expect(unwrapTransaction(BARE)).toEqual({ wrapper: '', transaction: BARE });
		expect(simplifyTransaction(BARE)).toEqual(ROW);
	});

	it('have every key even when nothing is given', () => {
		const empty = simplifyTransaction({ depositTransaction: { amount: '-3.50' } });
		const nothing = Object.fromEntries(Object.keys(ROW).map((key) => [key, null]));
		expect(empty).toEqual({ ...nothing, amount: '-3.50' });
	});

	it('are dated by their own time while not posted', () => {
		const pending = { transactionId: '1', transactionTimestamp: '2020-01-31', currency: 'USD' };
		expect(simplifyTransaction(pending)).toMatchObject({ date: '2020-01-31', currency: 'USD' });
	});

	it('are in the currency of their account where they name none', () => {
		const bare = { transactionId: '1', amount: 1 };
		expect(simplifyTransaction(bare, 'CAD')).toMatchObject({ currency: 'CAD' });
		expect(simplifyTransaction({ ...bare, currency: 'USD' }, 'CAD')?.currency).toBe('USD');
	});

	it.each([
		[12.5, 'DEBIT', -12.5],
		[-12.5, 'DEBIT', -12.5],
		[12.5, 'CREDIT', 12.5],
		[-12.5, 'credit', 12.5],
		[0, 'DEBIT', 0],
		['12.50', 'DEBIT', '-12.50'],
		['-12.50', 'CREDIT', '12.50'],
		['0.00', 'DEBIT', '0.00'],
		[9007199254740991, 'DEBIT', -9007199254740991],
		['12345678901234567890.01', 'DEBIT', '-12345678901234567890.01'],
		[-12.5, 'MEMO', -12.5],
		[-12.5, undefined, -12.5],
		['1,234.50', 'DEBIT', '1,234.50'],
		[null, 'DEBIT', null],
	])('with amount %j and direction %j have the amount %j', (amount, debitCreditMemo, wanted) => {
		expect(simplifyTransaction({ transactionId: '1', amount, debitCreditMemo })?.amount).toBe(
			wanted,
		);
	});

	it('have category, merchant and description wherever the bank puts them', () => {
		const row = simplifyTransaction({
			investmentTransaction: {
				category: 'Food',
				subCategory: 'Cafe',
				merchant: { name: 'Olive' },
				symbol: 'XIU',
			},
		});
		expect(row).toMatchObject({ category: 'Food: Cafe', merchant: 'Olive', description: 'XIU' });
	});

	it('have no day where the bank gives none that is one', () => {
		expect(simplifyTransaction({ transactionId: '1', postedTimestamp: 'soon' })?.date).toBeNull();
	});

	it.each([undefined, null, 'x', [], {}, { depositTransaction: [] }])('not in %j', (value) => {
		expect(simplifyTransaction(value)).toBeUndefined();
	});
});

describe('a row without account numbers', () => {
	it('is made once where the transaction holds no number to be masked', () => {
		const row = simplifyTransaction(BARE, 'CAD');
		if (!row) throw new Error('There is no row');
		expect(maskedRow(BARE, row)).toBe(row);
		const told = { ...BARE, payee: { accountNumber: '12345678' }, memo: 'To 12345678' };
		expect(maskedRow({ ...told, description: 'To 12345678' }, row)).toMatchObject({
			currency: 'CAD',
			description: 'To ***5678',
		});
	});
});
