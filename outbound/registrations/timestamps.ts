export const DAY_MS = 86_400_000;

/** Flinks writes .NET timestamps: seven fractional digits, mostly `Z`; no zone is taken as UTC. */
const TIMESTAMP =
	/^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?)?\s*(Z|[+-]\d\d:?\d\d)?$/i;

/** Milliseconds since 1970, or `undefined` where the text is missing or names no real moment. */
export function parseTimestamp(text: unknown): number | undefined {
	if (typeof text !== 'string') return undefined;
	const found = TIMESTAMP.exec(text.trim());
	if (!found) return undefined;
	const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
		.slice(1, 7)
		.map((part) => Number(part ?? 0));
	const millis = Number((found[7] ?? '').slice(0, 3).padEnd(3, '0'));
	const offset = offsetMinutes(found[8]);
	const local = new Date(0);
	local.setUTCFullYear(year, month - 1, day);
	local.setUTCHours(hour, minute, second, millis);
	const real =
		local.getUTCMonth() === month - 1 && local.getUTCDate() === day && minute < 60 && second < 60;
	return real && offset !== undefined ? local.getTime() - offset * 60_000 : undefined;
}

/** The moment as ISO 8601 with milliseconds, or `null` where it cannot be read. */
export function isoTimestamp(text: unknown): string | null {
	const at = parseTimestamp(text);
	return at === undefined ? null : new Date(at).toISOString();
}

/** Whole days since the request, never below 0; `undefined` where the moment cannot be read. */
export function waitingDays(requestedOn: unknown, nowMs: number): number | undefined {
	const at = parseTimestamp(requestedOn);
	return at === undefined ? undefined : Math.max(0, Math.floor((nowMs - at) / DAY_MS));
}

function offsetMinutes(zone: string | undefined): number | undefined {
	if (zone === undefined || zone.toUpperCase() === 'Z') return 0;
	const hours = Number(zone.slice(1, 3));
	const minutes = Number(zone.slice(-2));
	if (hours > 18 || minutes > 59) return undefined;
	return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}
