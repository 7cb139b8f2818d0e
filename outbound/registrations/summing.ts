import { UNKNOWN } from '../model/reading';
import { REGISTRATION_STATUSES } from '../model/types';
import { toRow, wholeDays, type Dated, type RegistrationRow } from './registrationRow';
import { DAY_MS } from './timestamps';

export interface Summary {
	readonly total: number;
	readonly active: number;
	/** In any status but ACTIVE. With `active` and `unknown` they make up `total`. */
	readonly waiting: number;
	/** Those for which Flinks gives no status, so that nobody can say whether they wait. */
	readonly unknown: number;
	/** The three documented statuses always, then any other that Flinks reports. */
	readonly byStatus: Readonly<Record<string, number>>;
	readonly providers: number;
	readonly oldestWaiting: RegistrationRow | null;
	/** Whole days; `null` where nothing waits, or nothing that waits has a readable date. */
	readonly maxDaysWaiting: number | null;
	/** Days with one decimal. */
	readonly averageDaysWaiting: number | null;
}

/** A summary in the making, which keeps no row but those that wait longest. */
export interface Summing {
	add(one: Dated): void;
	summary(): Summary;
	/** Oldest first; equal ages in the order they came. */
	longestWaiting(): RegistrationRow[];
}

/** @param most how many of the longest waiting are kept, one at least */
export function summing(most = 1): Summing {
	const counts = new Map<string, number>(REGISTRATION_STATUSES.map((status) => [status, 0]));
	const providers = new Set<string>();
	const longest: Dated[] = [];
	let total = 0;
	let aged = 0;
	let totalMs = 0;

	function keep(one: Dated, ms: number): void {
		let at = longest.length;
		while (at > 0 && (longest[at - 1]?.waitingMs ?? 0) < ms) at -= 1;
		if (at === most) return;
		longest.splice(at, 0, one);
		if (longest.length > most) longest.pop();
	}

	return {
		add(one) {
			const { registration, status, waitingMs } = one;
			total += 1;
			counts.set(status, (counts.get(status) ?? 0) + 1);
			providers.add(String(registration.provider_id));
			if (waitingMs === undefined) return;
			aged += 1;
			totalMs += waitingMs;
			keep(one, waitingMs);
		},
		summary() {
			const active = counts.get('ACTIVE') ?? 0;
			const unknown = counts.get(UNKNOWN) ?? 0;
			const [oldest] = longest;
			return {
				total,
				active,
				waiting: total - active - unknown,
				unknown,
				byStatus: Object.fromEntries(counts),
				providers: providers.size,
				oldestWaiting: oldest ? toRow(oldest) : null,
				maxDaysWaiting: oldest ? wholeDays(oldest.waitingMs ?? 0) : null,
				averageDaysWaiting: oldest ? Math.round((totalMs / aged / DAY_MS) * 10) / 10 : null,
			};
		},
		longestWaiting: () => longest.map(toRow),
	};
}
