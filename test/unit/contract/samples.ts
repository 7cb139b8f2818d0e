import type { components } from '../../../outbound/model/contract';

type Schemas = components['schemas'];

export const token: Schemas['TokenAnswer'] = {
	access_token: 'a1',
	token_type: 'Bearer',
	expires_in: 299,
};

export const activeProvider: Schemas['ActiveProviderV2'] = {
	provider_id: 2000,
	name: 'Cedar Bank',
	country: 'CA',
	scopes: ['ACCOUNT_BASIC', 'TRANSACTIONS'],
	status: 'PendingActivation',
	connectorName: 'cedar',
	availableAccountTypes: { depositAccounts: 'true', locAccounts: 'false' },
};

export const provider: Schemas['ProviderDetails'] = {
	provider_id: 4013,
	name: 'Spruce Credit Union',
	country: 'US',
	provider_url: 'https://spruce.example/',
	scopes: ['ACCOUNT_BASIC', 'STATEMENTS'],
	data_inventory: {
		account: [],
		customers: ['customerId', 'name.first'],
		detailed_accounts: ['accounts.depositAccount.currentBalance'],
		lightweight_accounts: [],
		payments: ['paymentNetworks.bankId'],
		transactions: ['page.nextOffset'],
	},
};

export const recipient: Schemas['Recipient'] = {
	client_id: 'dc-maple',
	name: 'Maple Lending',
	logo_uri: 'https://maple.example/logo.png',
	description: 'Loans',
	terms_uri: 'https://maple.example/terms',
	client_uri: 'https://maple.example/',
	country: 'CA',
	contacts: [{ email: 'ops@maple.example' }],
};

export const recipientDetails: Schemas['RecipientDetails'] = {
	...recipient,
	scope: 'ACCOUNT_BASIC TRANSACTIONS',
	redirect_uris: ['https://maple.example/back'],
};

export const registration: Schemas['Registration'] = {
	client_id: 'dc-maple',
	client_name: 'Maple Lending',
	provider_id: 1000,
	provider_name: 'Cedar Bank',
	country: 'CA',
	registration_status: 'PENDING_APPROVAL',
	requested_on: '2026-02-28T08:15:30.1234567Z',
};

export const customer: Schemas['Customer'] = {
	customerId: 'cu-1',
	name: { first: 'Ada', last: 'Roy' },
	email: ['ada@roy.example'],
	addresses: [{ line1: '1 Elm St', city: 'Laval', region: 'QC', country: 'CA', type: 'HOME' }],
	telephones: [{ type: 'HOME', number: '5145550100', country: '1' }],
	accounts: [{ accountId: '1', links: { href: '/accounts/1' }, relationship: 'PRIMARY' }],
};

export const paging = {
	page: { nextOffset: '5d7f4f6e', totalElements: 12 },
	links: { next: { href: 'https://elsewhere.example/accounts?offset=5d7f4f6e' } },
};

export const deposit: Schemas['AccountWrapper'] = {
	depositAccount: {
		accountId: '1',
		accountCategory: 'DEPOSIT_ACCOUNT',
		accountType: 'CHECKING',
		accountNumberDisplay: '***0042',
		currency: { currencyCode: 'CAD', currencyRate: 1 },
		status: 'OPEN',
		currentBalance: 812.4,
		lastActivityDate: '2026-11-01',
		balanceAsOf: '2026-11-02T10:00:00Z',
		transactions: [{ transactionId: 't1', amount: 12.5, payee: 'Grocer' }],
	},
};

export const loan: Schemas['AccountWrapper'] = {
	loanAccount: { accountId: '2', accountType: 'MORTGAGE', principalBalance: 210_000 },
};

export const transaction: Schemas['TransactionWrapper'] = {
	locTransaction: {
		accountId: '3',
		transactionId: 't2',
		postedTimestamp: '2026-02-01T00:00:00.0000000Z',
		debitCreditMemo: 'CREDIT',
		amount: 1.1,
		status: 'POSTED',
	},
};

export const network: Schemas['PaymentNetwork'] = {
	bankId: '006',
	identifier: '0042',
	identifierType: 'ACCOUNT_NUMBER',
	type: 'CA_ACSS',
	transferIn: true,
	transferOut: false,
};

export const statement: Schemas['Statement'] = {
	accountId: '1',
	statementId: 's1',
	statementDate: '2026-10-31',
	status: 'AVAILABLE',
};
