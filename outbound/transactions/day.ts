/** A calendar day as the number of days since 1 January 1970; 0 where the day is not known. */
export type Day = number;

export const UNKNOWN_DAY: Day = 0;

const DAY_MS = 86_400_000;

/** The day at the head of a date or timestamp, as written: no time zone is applied. */
export function dayIn(text: string | null): Day {
	const found = /^\d{4}-\d\d-\d\d(?!\d)/.exec((text ?? '').trim())?.[0];
	if (found === undefined) return UNKNOWN_DAY;
	const day = Date.parse(found) / DAY_MS;
	// 31 February is no day, though Date takes it for one in March.
	return day > 0 && day < 65_536 && dateText(day) === found ? day : UNKNOWN_DAY;
}

/** `2026-01-15`. */
export function dateText(day: Day): string {
	return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The day in UTC of a moment in milliseconds since 1970. Banks in Canada and the US are never ahead of it. */
export function utcDay(nowMs: number): Day {
	return Math.floor(nowMs / DAY_MS);
}
