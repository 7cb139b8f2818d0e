export const NUMBER = '00412345678';

const common = {
	accountId: 'a-1',
	accountNumber: NUMBER,
	accountNumberDisplay: '****5678',
	productName: 'Everyday',
	nickname: `Mine ${NUMBER}`,
	status: 'OPEN',
	currency: { currencyCode: 'CAD' },
	balanceAsOf: '2026-01-15T10:30:00Z',
};

export const DEPOSIT = {
	depositAccount: {
		...common,
		accountCategory: 'DEPOSIT_ACCOUNT',
		accountType: 'CHECKING',
		routingTransitNumber: '000312345',
		currentBalance: 5000.5,
		availableBalance: '4500.00',
		transactions: [{ transactionId: 't-1', accountId: 'a-1', description: `To ${NUMBER}` }],
	},
};
export const LOAN = {
	loanAccount: { ...common, accountType: 'MORTGAGE', principalBalance: 250000, currentBalance: 1 },
};
export const LOC = {
	locAccount: { ...common, accountType: 'CREDITCARD', principalBalance: 90, availableCredit: 910 },
};
export const INVESTMENT = {
	investmentAccount: {
		...common,
		accountType: 'TAXFREESAVINGSACCOUNT',
		currentValue: 12000,
		availableCashBalance: 0,
		holdings: [{ holdingId: 'h-1', symbol: 'XIC' }],
	},
};
