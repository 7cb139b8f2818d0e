import { detailsRow, providerRow, statusRow } from '../../../outbound/providers/providerRow';
import type { ProviderDetails } from '../../../outbound/model/types';

/** As it comes over the wire: whatever the types say. */
const sent = (fields: object): ProviderDetails => JSON.parse(JSON.stringify(fields));

describe('a row for a provider', () => {
	it('has its ID as text, and null for what Flinks left out', () => {
		expect(providerRow(sent({ provider_id: 1000, name: 'Flinks Capital' }))).toEqual({
			providerId: '1000',
			name: 'Flinks Capital',
			country: null,
			scopes: null,
		});
	});

	it('names the kinds of account that are marked "true"', () => {
		const types = { depositAccounts: 'true', loanAccounts: 'FALSE', locAccounts: 'True' };
		expect(
			statusRow({ provider_id: 1, name: 'A', status: 'Activated', availableAccountTypes: types }),
		).toMatchObject({ accountTypes: ['deposit', 'line of credit'], connector: null });
	});
});

describe('a row with the details of a provider', () => {
	it('joins the three lists of account fields, each field once', () => {
		const inventory = {
			account: ['a'],
			lightweight_accounts: ['b', 'a'],
			detailed_accounts: ['c'],
			customers: ['customerId'],
			payments: [],
			transactions: ['amount'],
		};
		expect(detailsRow(sent({ provider_id: '7', data_inventory: inventory }))).toMatchObject({
			providerId: '7',
			accountFields: ['a', 'b', 'c'],
			customerFields: ['customerId'],
			paymentFields: [],
			transactionFields: ['amount'],
		});
	});

	it.each<[string, object]>([
		['null lists', { account: null, detailed_accounts: null, customers: null, payments: null }],
		['no lists', {}],
	])('bears %s, which are not empty ones', (_, inventory) => {
		expect(detailsRow(sent({ provider_id: 1, data_inventory: inventory }))).toMatchObject({
			accountFields: null,
			customerFields: null,
			paymentFields: null,
			transactionFields: null,
		});
	});

	it.each([null, undefined, 'text'])('bears the inventory %p', (data_inventory) => {
		expect(detailsRow(sent({ provider_id: 1, data_inventory })).customerFields).toBeNull();
	});

	it('takes one null list among others as no list', () => {
		const inventory = { account: null, detailed_accounts: ['c'] };
		expect(detailsRow(sent({ provider_id: 1, data_inventory: inventory })).accountFields).toEqual([
			'c',
		]);
	});
});
