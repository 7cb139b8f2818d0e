export const DAY_MS = 86_400_000;

/** Flinks writes .NET timestamps: seven fractional digits, mostly `Z`; no zone is taken as UTC. */
const TIMESTAMP =
	/^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)?\s*(?:Z|[+-]\d\d:?\d\d)?$/i;
const OFFSET = /[+-]\d\d:?\d\d$/;

/** Years that every calendar repeats after: `Date.UTC` takes those below 100 for others. */
const CYCLE = { years: 400, ms: 146_097 * DAY_MS };

/**
 * Milliseconds since 1970, or `undefined` where the text is missing or names no real moment. Digits are read
 * where they stand: the pieces of 100,000 texts would be garbage.
 */
export function parseTimestamp(text: unknown): number | undefined {
	if (typeof text !== 'string') return undefined;
	const digits = text.trim();
	if (!TIMESTAMP.test(digits)) return undefined;
	const day = dayAt(digits);
	const offset = offsetMinutes(OFFSET.exec(digits)?.[0]);
	const time = timeIn(digits);
	if (day === undefined || offset === undefined || time === undefined) return undefined;
	return day + time - offset * 60_000;
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

/** The begin of the day; undefined where the calendar has no such day. */
function dayAt(digits: string): number | undefined {
	const year = numberAt(digits, 0) * 100 + numberAt(digits, 2) + CYCLE.years;
	const month = numberAt(digits, 5);
	const day = numberAt(digits, 8);
	if (month < 1 || month > 12 || day < 1) return undefined;
	const at = Date.UTC(year, month - 1, day);
	return at < Date.UTC(year, month, 1) ? at - CYCLE.ms : undefined;
}

/** Of the day, in milliseconds; undefined where no clock shows it. */
function timeIn(digits: string): number | undefined {
	// What stands here without a time is the offset.
	if (!isDigit(digits, 11) || isSign(digits, 10)) return 0;
	const hour = numberAt(digits, 11);
	const minute = numberAt(digits, 14);
	const second = digits[16] === ':' ? numberAt(digits, 17) : 0;
	if (hour > 23 || minute > 59 || second > 59) return undefined;
	return ((hour * 60 + minute) * 60 + second) * 1000 + millisIn(digits);
}

const isSign = (digits: string, at: number) => digits[at] === '+' || digits[at] === '-';

/** Two digits as a number. */
function numberAt(digits: string, at: number): number {
	return digitAt(digits, at) * 10 + digitAt(digits, at + 1);
}

/** The first three digits of the fraction, which may have fewer. */
function millisIn(digits: string): number {
	let millis = 0;
	let isOver = digits[19] !== '.';
	for (let at = 20; at < 23; at += 1) {
		isOver ||= !isDigit(digits, at);
		millis = millis * 10 + (isOver ? 0 : digitAt(digits, at));
	}
	return millis;
}

const ZERO = '0'.charCodeAt(0);

function isDigit(digits: string, at: number): boolean {
	const value = digits.charCodeAt(at) - ZERO;
	return value >= 0 && value <= 9;
}

function digitAt(digits: string, at: number): number {
	return isDigit(digits, at) ? digits.charCodeAt(at) - ZERO : 0;
}

function offsetMinutes(zone: string | undefined): number | undefined {
	if (zone === undefined) return 0;
	const hours = Number(zone.slice(1, 3));
	const minutes = Number(zone.slice(-2));
	if (hours > 18 || minutes > 59) return undefined;
	return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}
