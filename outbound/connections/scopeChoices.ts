import type { Scope } from '../model/types';

export interface ScopeChoice {
	readonly name: string;
	readonly value: Scope;
	readonly description: string;
}

/** What a customer may be asked for, in the words of the consent page; ACCOUNT_BASIC always goes along. */
export const SCOPE_CHOICES: readonly ScopeChoice[] = [
	{
		name: 'Account Details',
		value: 'ACCOUNT_DETAILED',
		description: 'Balances, rates and routing numbers',
	},
	{
		name: 'Account Payments',
		value: 'ACCOUNT_PAYMENTS',
		description: 'What is needed to pay into or out of an account',
	},
	{
		name: 'Business Contact',
		value: 'CUSTOMER_CONTACT',
		description: 'Business contact information of the account',
	},
	{
		name: 'Customer Identity',
		value: 'CUSTOMER_PERSONAL',
		description: 'Who owns the account: name, address, phone',
	},
	{ name: 'Investments', value: 'INVESTMENTS', description: 'Investment accounts and holdings' },
	{ name: 'Statements', value: 'STATEMENTS', description: 'Statements as PDF files' },
	{ name: 'Transactions', value: 'TRANSACTIONS', description: 'The list of transactions' },
];
