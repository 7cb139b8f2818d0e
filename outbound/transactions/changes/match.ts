import type { Steps } from '../../http/turns';
import type { Entry } from './entry';
import type { Observed } from './observe';
import { RULES, type Confidence, type MatchedBy, type Rule } from './rules';

export interface Match {
	readonly before: Entry;
	readonly now: Observed;
	readonly by: MatchedBy;
	readonly confidence: Confidence;
}

/**
 * Which of the transactions that are no longer listed became which of the new ones. A guess where the bank gives
 * no reference; a wrong one never changes what is listed in the end, only which row became which. In steps, each a
 * rule or the transactions that may have become each other.
 */
export function* matchingMoved(
	missing: readonly Entry[],
	fresh: readonly Observed[],
): Steps<Match[]> {
	const matches: Match[] = [];
	const open = { before: new Set(missing), now: new Set(fresh) };
	for (const rule of RULES) {
		const found = yield* applying(rule, [...open.before], [...open.now]);
		for (const match of found) {
			open.before.delete(match.before);
			open.now.delete(match.now);
		}
		matches.push(...found);
	}
	return matches;
}

function* applying(
	rule: Rule,
	missing: readonly Entry[],
	fresh: readonly Observed[],
): Steps<Match[]> {
	const before = yield* grouping(missing, rule.before);
	const now = yield* grouping(fresh, rule.now);
	const pair = rule.alone ? pairAlone : pairNearest;
	const matches: Match[] = [];
	for (const [text, entries] of before) {
		yield;
		matches.push(...pair(rule, entries, now.get(text) ?? []));
	}
	return matches;
}

function pairAlone(
	rule: Rule,
	entries: readonly Entry[],
	candidates: readonly Observed[],
): Match[] {
	const pairs = entries.flatMap((entry) =>
		candidates.filter((now) => isFit(rule, entry, now)).map((now) => made(rule, entry, now)),
	);
	const befores = timesOf(pairs.map(({ before }) => before));
	const nows = timesOf(pairs.map(({ now }) => now));
	return pairs.filter(({ before, now }) => befores.get(before) === 1 && nows.get(now) === 1);
}

function timesOf<T>(all: readonly T[]): Map<T, number> {
	const times = new Map<T, number>();
	for (const one of all) times.set(one, (times.get(one) ?? 0) + 1);
	return times;
}

/** Each in turn takes the nearest day that is left. */
function pairNearest(
	rule: Rule,
	entries: readonly Entry[],
	candidates: readonly Observed[],
): Match[] {
	const left = new Set(candidates);
	return entries.flatMap((before) => {
		let nearest: Observed | undefined;
		for (const now of left) {
			if (!isFit(rule, before, now)) continue;
			if (!nearest || distance(before, now) < distance(before, nearest)) nearest = now;
		}
		if (!nearest) return [];
		left.delete(nearest);
		return made(rule, before, nearest);
	});
}

function isFit({ days: [early, late], fits }: Rule, before: Entry, now: Observed): boolean {
	const moved = now.entry.day - before.day;
	return moved >= -early && moved <= late && (fits?.(before, now) ?? true);
}

const distance = (before: Entry, now: Observed) => Math.abs(now.entry.day - before.day);

const made = ({ by, confidence }: Rule, before: Entry, now: Observed): Match => ({
	before,
	now,
	by,
	confidence,
});

function* grouping<T>(
	all: readonly T[],
	textOf: (one: T) => string | undefined,
): Steps<Map<string, T[]>> {
	const groups = new Map<string, T[]>();
	for (const one of all) {
		yield;
		const text = textOf(one);
		if (text === undefined) continue;
		const group = groups.get(text) ?? [];
		groups.set(text, group);
		group.push(one);
	}
	return groups;
}
