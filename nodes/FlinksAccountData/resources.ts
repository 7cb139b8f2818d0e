import type { Resource } from '../shared/node/steps';

/** What the operations of this node are about. */
export const RESOURCES = {
	customer: { name: 'Customer', value: 'customer' },
	paymentNetwork: { name: 'Payment Network', value: 'paymentNetwork' },
	statement: { name: 'Statement', value: 'statement' },
	transaction: { name: 'Transaction', value: 'transaction' },
} as const satisfies Readonly<Record<string, Resource>>;
