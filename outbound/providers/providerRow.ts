import type {
	ActiveProvider,
	ActiveProviderV2,
	ProviderDetails,
	SupportedProvider,
} from '../model/types';

const ACCOUNT_TYPES = {
	depositAccounts: 'deposit',
	investmentAccounts: 'investment',
	loanAccounts: 'loan',
	locAccounts: 'line of credit',
} as const;

/** A row of I1 or A3: `{providerId, name, country, scopes}`; what Flinks left out is null. */
export function providerRow(provider: ActiveProvider | SupportedProvider) {
	return {
		providerId: String(provider.provider_id),
		name: provider.name ?? null,
		country: provider.country ?? null,
		scopes: provider.scopes ?? null,
	};
}

/** A row of A4; `accountTypes` lists those that Flinks marks with the text "true". */
export function statusRow(provider: ActiveProviderV2) {
	const types: Readonly<Record<string, unknown>> = { ...provider.availableAccountTypes };
	const has = (key: string) => String(types[key]).toLowerCase() === 'true';
	return {
		...providerRow(provider),
		status: provider.status,
		connector: provider.connectorName ?? null,
		accountTypes: Object.entries(ACCOUNT_TYPES)
			.filter(([key]) => has(key))
			.map(([, name]) => name),
	};
}

/**
 * I2: the provider and the fields it delivers, the three kinds of account fields in one list. A list
 * that Flinks left out is null, which is not the empty list of a provider that delivers nothing.
 */
export function detailsRow(provider: ProviderDetails) {
	const inventory: Readonly<Record<string, unknown>> = { ...provider.data_inventory };
	const accounts = [inventory.account, inventory.lightweight_accounts, inventory.detailed_accounts]
		.map(textsIn)
		.filter((list) => list !== null);
	return {
		...providerRow(provider),
		website: provider.provider_url ?? null,
		customerFields: textsIn(inventory.customers),
		accountFields: accounts.length === 0 ? null : [...new Set(accounts.flat())],
		paymentFields: textsIn(inventory.payments),
		transactionFields: textsIn(inventory.transactions),
	};
}

function textsIn(value: unknown): string[] | null {
	return Array.isArray(value) ? value.map(String) : null;
}
