import type { Registration } from '../model/types';
import { statusOf } from './registration';
import { dated } from './registrationRow';
import { DAY_MS } from './timestamps';

/** What to keep. A list left out or empty keeps everything. */
export interface RegistrationFilters {
	/** Also statuses that Flinks may add later; upper or lower case. */
	readonly statuses?: readonly string[];
	readonly providerIds?: readonly string[];
	/** Of the provider: `CA`, `US`. */
	readonly countries?: readonly string[];
	/** Keeps registrations not active yet that were requested more than this many days ago. */
	readonly waitingLongerThanDays?: number;
}

/** The registrations that pass every filter, in the order given. */
export function filterRegistrations(
	rows: readonly Registration[],
	filters: RegistrationFilters,
	nowMs: number,
): Registration[] {
	const statuses = upperCased(filters.statuses);
	const countries = upperCased(filters.countries);
	const providerIds = new Set(filters.providerIds ?? []);
	const longerThan = filters.waitingLongerThanDays;
	const waitsLonger = (row: Registration, days: number): boolean => {
		const { waitingMs } = dated(row, nowMs);
		return waitingMs !== undefined && waitingMs > days * DAY_MS;
	};
	return rows.filter(
		(row) =>
			(statuses.size === 0 || statuses.has(statusOf(row))) &&
			(countries.size === 0 || countries.has((row.country ?? '').toUpperCase())) &&
			(providerIds.size === 0 || providerIds.has(String(row.provider_id))) &&
			(longerThan === undefined || waitsLonger(row, longerThan)),
	);
}

function upperCased(texts: readonly string[] = []): Set<string> {
	return new Set(texts.map((text) => text.trim().toUpperCase()));
}
