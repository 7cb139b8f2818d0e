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
 * no reference; a wrong one never changes what is listed in the end, only which row became which.
 */
export function matchMoved(missing: readonly Entry[], fresh: readonly Observed[]): Match[] {
	const matches: Match[] = [];
	const open = { before: new Set(missing), now: new Set(fresh) };
	for (const rule of RULES) {
		const found = apply(rule, [...open.before], [...open.now]);
		for (const match of found) {
			open.before.delete(match.before);
			open.now.delete(match.now);
		}
		matches.push(...found);
	}
	return matches;
}

function apply(rule: Rule, missing: readonly Entry[], fresh: readonly Observed[]): Match[] {
	const before = groupedBy(missing, rule.before);
	const now = groupedBy(fresh, rule.now);
	return [...before].flatMap(([text, entries]) => {
		const candidates = now.get(text) ?? [];
		return rule.alone
			? pairAlone(rule, entries, candidates)
			: pairNearest(rule, entries, candidates);
	});
}

function pairAlone(
	rule: Rule,
	entries: readonly Entry[],
	candidates: readonly Observed[],
): Match[] {
	const pairs = entries.flatMap((entry) =>
		candidates.filter((now) => isFit(rule, entry, now)).map((now) => made(rule, entry, now)),
	);
	const timesOf = <T>(one: T, of: readonly T[]) => of.filter((other) => other === one).length;
	const befores = pairs.map(({ before }) => before);
	const nows = pairs.map(({ now }) => now);
	return pairs.filter(
		({ before, now }) => timesOf(before, befores) === 1 && timesOf(now, nows) === 1,
	);
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

function groupedBy<T>(all: readonly T[], textOf: (one: T) => string | undefined): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const one of all) {
		const text = textOf(one);
		if (text === undefined) continue;
		const group = groups.get(text) ?? [];
		groups.set(text, group);
		group.push(one);
	}
	return groups;
}
