import type { Failure } from '../../outbound/failure';
import type { Outcome } from '../../outbound/outcome';
import { done, failed } from '../../outbound/outcome';
import type { Day } from '../../outbound/transactions/day';
import { utcDay } from '../../outbound/transactions/day';
import type { Chosen } from '../shared/fields/branch';
import { branch, nothingMore } from '../shared/fields/branch';
import { day } from '../shared/fields/day';
import { mapped, type Field } from '../shared/fields/field';
import { invalid } from '../shared/fields/invalid';
import { number } from '../shared/fields/number';

/** First and last day, both included. */
export interface Days {
	readonly from: Day;
	readonly to: Day;
}

/** The days of an item, once it is known which day is today. */
export type Period<T extends Days | undefined> = (nowMs: number) => Outcome<T>;

interface Dated {
	readonly between: { readonly from: Day; readonly to: Day | undefined };
	readonly lastDays: number;
}

const from = day({
	name: 'from',
	label: 'From',
	description: 'The first day. It counts as it is written, without time and time zone.',
});
const to = day({
	name: 'to',
	label: 'To',
	description: 'The last day, which is included. Today (in UTC) when empty.',
});

const between: Field<Dated['between']> = {
	properties: [...from.properties, ...to.properties],
	read(item) {
		const first = from.read(item);
		if (first.kind === 'failed') return first;
		if (first.value === undefined) return failed(NO_FROM);
		const last = to.read(item);
		return last.kind === 'failed' ? last : done({ from: first.value, to: last.value });
	},
};

const CHOOSER = {
	name: 'period',
	label: 'Period',
	description: 'Which days to fetch. Days are those that the bank writes; today is that of UTC.',
} as const;

const DATED = [
	{ name: 'Between Two Days', value: 'between' },
	{ name: 'Last Days', value: 'lastDays' },
] as const;

const BANK = {
	name: "Bank's Own Range",
	value: 'bank',
	description: 'What the bank lists when it is asked without days',
} as const;

/** Which days an item asks for; so many days back from today in a new node. */
export function period(lastDays: number): Field<Period<Days>> {
	const cases = { between, lastDays: daysBack(lastDays) };
	const field = branch<Dated>({ ...CHOOSER, options: DATED, default: 'lastDays', cases });
	return mapped(field, (chosen) => done((now) => daysIn(chosen, now)));
}

/** The same, with the range that the bank chooses as the default. */
export function periodOrBanks(lastDays: number): Field<Period<Days | undefined>> {
	const cases = { bank: nothingMore, between, lastDays: daysBack(lastDays) };
	const field = branch<Dated & { readonly bank: undefined }>({
		...CHOOSER,
		options: [BANK, ...DATED],
		default: 'bank',
		cases,
	});
	return mapped(field, (chosen) =>
		done((now) => (chosen.of === 'bank' ? done(undefined) : daysIn(chosen, now))),
	);
}

function daysBack(fallback: number): Field<number> {
	return number({
		name: 'lastDays',
		label: 'Days',
		description: 'How many days before today',
		min: 1,
		max: 3660,
		default: fallback,
	});
}

function daysIn(chosen: Chosen<Dated>, now: number): Outcome<Days> {
	const today = utcDay(now);
	if (chosen.of === 'lastDays') return done({ from: today - chosen.value, to: today });
	const { from: first, to: last = today } = chosen.value;
	return first > last ? failed(REVERSED) : done({ from: first, to: last });
}

const NO_FROM: Failure = invalid('From', 'it is empty. Enter the first day, e.g. 2026-01-15.');

const REVERSED: Failure = invalid(
	'From',
	"it is after 'To', or after today. Enter an earlier day in 'From'.",
);
