import type { Outcome } from '../../../outbound/outcome';
import { done, failed } from '../../../outbound/outcome';
import type { Day } from '../../../outbound/transactions/day';
import { dayIn, UNKNOWN_DAY } from '../../../outbound/transactions/day';
import type { Field } from './field';
import { invalid } from './invalid';

/** A calendar day as it is written; the time and the time zone behind it do not count. Undefined where empty. */
export function day(options: {
	readonly name: string;
	readonly label: string;
	readonly description: string;
}): Field<Day | undefined> {
	const { name, label, description } = options;
	return {
		properties: [{ displayName: label, name, type: 'dateTime', default: '', description }],
		read: (item) => readDay(label, item.value(name, ''), item.timezone),
	};
}

function readDay(label: string, value: unknown, timezone: string): Outcome<Day | undefined> {
	if (value === undefined || value === null || value === '') return done(undefined);
	const found = dayIn(textOf(value, timezone));
	return found === UNKNOWN_DAY
		? failed(invalid(label, 'it is not a day. Enter one as YYYY-MM-DD, e.g. 2026-01-15.'))
		: done(found);
}

/** A moment of JavaScript has no day until a time zone is named: it is the one of the workflow. */
function textOf(value: unknown, timeZone: string): string | null {
	if (typeof value === 'string') return value;
	if (value instanceof Date && !Number.isNaN(value.getTime())) {
		return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(value);
	}
	// Luxon's DateTime, which n8n's expressions give, turns itself into ISO 8601 with its own zone.
	return typeof value === 'object' ? JSON.stringify(value).replace(/^"/, '') : null;
}
