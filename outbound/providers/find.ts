import { foldName } from '../model/foldName';
import { text, type Given } from '../model/reading';
import { PROVIDER_STATUSES } from '../model/vocabulary';

/** What every list of providers has in common. */
interface Listed {
	readonly provider_id: number | string;
	readonly name?: Given<string>;
	readonly country?: Given<string>;
	readonly status?: string | undefined;
}

export interface ProviderFilters {
	/** Part of the name, or the ID; case and accents do not count. */
	readonly search: string;
	/** Empty lists let everything through. */
	readonly countries: readonly string[];
	/** Leaves out the other statuses that Flinks publishes; one that cannot be read stays. */
	readonly statuses: readonly string[];
}

/** Searches one list again and again: names are folded once, however many items ask. */
export type FindProviders<P> = (filters: ProviderFilters, limit?: number) => P[];

export function providerFinder<P extends Listed>(providers: readonly P[]): FindProviders<P> {
	const entries = providers.map((provider) => ({
		provider,
		id: String(provider.provider_id),
		name: foldName(text(provider.name) ?? ''),
	}));
	return ({ search, countries, statuses }, limit = Infinity) => {
		const wanted = foldName(search.trim());
		const found: P[] = [];
		for (const { provider, id, name } of entries) {
			if (found.length >= limit) break;
			if (wanted !== '' && id !== wanted && !name.includes(wanted)) continue;
			if (!passes(countries, provider.country) || isOther(statuses, provider.status)) continue;
			found.push(provider);
		}
		return found;
	};
}

const PUBLISHED: ReadonlySet<string> = new Set(PROVIDER_STATUSES);

function isOther(wanted: readonly string[], status = ''): boolean {
	return wanted.length > 0 && !wanted.includes(status) && PUBLISHED.has(status);
}

function passes(allowed: readonly string[], value: Given<string>): boolean {
	return allowed.length === 0 || (typeof value === 'string' && allowed.includes(value));
}
