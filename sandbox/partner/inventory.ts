import type { Provider } from '../store/types';

const ACCOUNT_FIELDS = [
	'currentBalance',
	'accountId',
	'accountType',
	'accountNumberDisplay',
	'productName',
	'currency.currencyCode',
	'availableBalance',
];
const CUSTOMER_FIELDS = [
	'customerId',
	'name.first',
	'name.last',
	'email',
	'addresses.line1',
	'addresses.city',
	'addresses.region',
	'addresses.postalCode',
	'telephones.number',
];
const PAYMENT_FIELDS = [
	'bankId',
	'identifier',
	'identifierType',
	'type',
	'transferIn',
	'transferOut',
];
const TRANSACTION_FIELDS = [
	'accountId',
	'transactionId',
	'postedTimestamp',
	'transactionTimestamp',
	'description',
	'amount',
	'transactionType',
	'status',
];

const under = (prefix: string, fields: readonly string[]): string[] =>
	fields.map((field) => `${prefix}.${field}`);

/** Which fields the provider fills, as dotted paths. */
export function inventoryOf({ accountKinds, paymentNetworks }: Provider): Record<string, string[]> {
	const accounts = accountKinds.flatMap((kind) => under(`accounts.${kind}Account`, ACCOUNT_FIELDS));
	return {
		account: accounts,
		customers: CUSTOMER_FIELDS,
		detailed_accounts: accounts,
		lightweight_accounts: [],
		payments: paymentNetworks ? under('paymentNetworks', PAYMENT_FIELDS) : [],
		transactions: [
			'page.nextOffset',
			'links.next.href',
			...accountKinds.flatMap((kind) =>
				under(`transactions.${kind}Transaction`, TRANSACTION_FIELDS),
			),
		],
	};
}
