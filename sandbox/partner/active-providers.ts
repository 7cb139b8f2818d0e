import type { Fields } from '../http/input';
import { partnerRefusal } from '../http/refusals';
import { statusAt } from '../store/registrations';
import type { AccountKind, Provider } from '../store/types';
import type { World } from '../world';
import { withNulls } from './nulls';

type ClientStatus = 'Activated' | 'Available' | 'PendingActivation' | 'Suspended';

function statusFor(world: World, clientId: string, provider: Provider): ClientStatus {
	const row = world.store.registrations.get(clientId, provider.provider_id);
	if (!row) return 'Available';
	if (row.suspended) return 'Suspended';
	const status = statusAt(row, world.clock.now(), world.settings.registrationProgress);
	return status === 'ACTIVE' ? 'Activated' : 'PendingActivation';
}

/** A3: those a recipient can send its customers to. */
export function activeProviders(world: World, clientId: string, country: unknown): Provider[] {
	const wanted = countriesOf(country);
	return world.store.registrations
		.of(clientId)
		.map(({ provider }) => provider)
		.filter((provider) => wanted.has(provider.country))
		.filter((provider) => statusFor(world, clientId, provider) === 'Activated');
}

/** A4: every provider with its status, or the enabled or not enabled ones. */
export function providersWithStatus(world: World, clientId: string, query: Fields): object[] {
	const countries = countriesOf(query.country);
	const enabled = enabledOf(query.isEnabledForClient);
	const found: object[] = [];
	for (const provider of world.store.providers.values()) {
		if (!countries.has(provider.country)) continue;
		const status = statusFor(world, clientId, provider);
		if (enabled !== undefined && enabled !== (status === 'Activated')) continue;
		const { provider_id, name, country, scopes, connectorName } = provider;
		const availableAccountTypes = accountTypes(provider);
		const row = {
			provider_id,
			name,
			country,
			scopes,
			status,
			connectorName,
			availableAccountTypes,
		};
		found.push(withNulls(row, world.settings));
	}
	return found;
}

function countriesOf(value: unknown): ReadonlySet<string> {
	if (value === undefined || value === '') return new Set(['CA', 'US']);
	const named = typeof value === 'string' ? value.split(',') : [];
	if (named.length === 0 || named.some((country) => country !== 'CA' && country !== 'US')) {
		throw partnerRefusal(400, 'Invalid request parameters: country must be CA, US or CA,US');
	}
	return new Set(named);
}

function enabledOf(value: unknown): boolean | undefined {
	if (value === undefined || value === '') return undefined;
	const text = typeof value === 'string' ? value.toLowerCase() : '';
	if (text === 'true' || text === 'false') return text === 'true';
	throw partnerRefusal(400, 'Invalid request parameters: isEnabledForClient must be TRUE or FALSE');
}

/** Texts, not booleans, as in the documented sample. */
function accountTypes({ accountKinds }: Provider): object {
	const has = (kind: AccountKind): string => String(accountKinds.includes(kind));
	return {
		depositAccounts: has('deposit'),
		investmentAccounts: has('investment'),
		loanAccounts: has('loan'),
		locAccounts: has('loc'),
	};
}
