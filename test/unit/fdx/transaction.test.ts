import { simplifyTransaction, unwrapTransaction } from '../../../outbound/fdx/transaction';

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
	transactionId: '1',
	accountId: '11',
	date: '2020-02-01T00:00:00.0000000Z',
	description: 'Direct Deposit',
	amount: 1.1,
	direction: 'CREDIT',
	currency: 'CAD',
	status: 'POSTED',
	type: 'DEPOSIT',
	payee: 'Employer Inc.',
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

	it.each([undefined, null, 'x', [], {}, { depositTransaction: [] }])('not in %j', (value) => {
		expect(simplifyTransaction(value)).toBeUndefined();
	});
});
