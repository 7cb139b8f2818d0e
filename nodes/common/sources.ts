import type { IdSource } from './idSource';

export const chosenRecipients: IdSource = {
	name: 'recipient',
	label: 'Recipient',
	method: 'getRecipients',
	example: 'dc-7tf8aijpjqofl3uxppi136ldc',
	withAll: false,
};

export const allOrChosenRecipients: IdSource = { ...chosenRecipients, withAll: true };

export const chosenProviders: IdSource = {
	name: 'provider',
	label: 'Provider',
	method: 'getProviders',
	example: '1000,2000',
	withAll: false,
};

export const allOrChosenAccounts: IdSource = {
	name: 'account',
	label: 'Account',
	method: 'getAccounts',
	example: 'acc-1,acc-2',
	withAll: true,
};
