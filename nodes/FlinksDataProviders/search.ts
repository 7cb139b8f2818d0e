import type { Order } from '../shared/fields/sortBy';
import { sortBy, sorted } from '../shared/fields/sortBy';
import { text } from '../shared/fields/text';

export const search = text({
	name: 'search',
	label: 'Search',
	placeholder: 'e.g. credit union',
	description:
		'Only providers whose name contains this text, or whose ID it is. Case and accents do not count.',
});

interface ProviderRow {
	readonly providerId: string;
	readonly name: string | null;
	readonly country: string | null;
}

export const byName = sortBy<ProviderRow>([
	{ name: 'Country', by: 'country', descending: false },
	{ name: 'Name', by: 'name', descending: false },
	{ name: 'Provider ID', by: 'providerId', descending: false },
]);

interface Shown {
	readonly limit: number | undefined;
	readonly simplify: boolean;
	readonly options: { readonly sortBy?: Order<ProviderRow> | undefined };
}

/** The providers as the operator wants to see them, sorted before the limit cuts. */
export function shownProviders<P extends object>(
	found: readonly P[],
	rowOf: (provider: P) => ProviderRow,
	{ limit, simplify, options }: Shown,
): readonly object[] {
	const needed = options.sortBy ? found : found.slice(0, limit);
	const rows = needed.map((provider) => ({ provider, ...rowOf(provider) }));
	const kept = sorted(rows, options.sortBy).slice(0, limit);
	return kept.map(({ provider, ...row }) => (simplify ? row : provider));
}
