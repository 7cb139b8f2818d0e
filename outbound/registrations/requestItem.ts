import type { Failure } from '../failure';
import type { Steps } from '../http/turns';
import type { OutcomeKind, PairOutcome } from './pairOutcome';
import { pairKey, type Pair } from './pairs';
import type { PairOutcomes } from './request';
import { requestRow, sentence, type RequestRow } from './requestRows';

/** What an item with all its pairs comes to: a row for each pair that has one, and why others have none. */
export interface RequestedItem {
	readonly rows: readonly RequestRow[];
	readonly failure: Failure | undefined;
}

interface Settled {
	readonly pair: Pair;
	readonly outcome: PairOutcome;
}

type Broken = Settled & { readonly failure: Failure };

const COUNTED: ReadonlyArray<readonly [OutcomeKind, string]> = [
	['requested', 'requested'],
	['already-registered', 'registered already'],
	['listed', 'listed'],
	['not-listed-yet', 'requested and not listed yet'],
	['not-confirmed', 'requested and not confirmed'],
	['not-requested', 'not requested'],
	['unclear', 'not known to be requested or not'],
];

/** How many other reasons a failure names. */
const OTHERS_NAMED = 3;

/** The pairs of one item after the run, with one truth for each; in steps of one pair. */
export function* describingItem(
	pairs: readonly Pair[],
	outcomes: PairOutcomes,
	nowMs: number,
): Steps<RequestedItem> {
	const settled: Settled[] = [];
	const rows: RequestRow[] = [];
	for (const pair of pairs) {
		yield;
		const outcome = outcomeOf(pair, outcomes);
		settled.push({ pair, outcome });
		const row = requestRow(pair, outcome, nowMs);
		if (row) rows.push(row);
	}
	return { rows, failure: failureOf(settled) };
}

function outcomeOf({ recipientId, providerId }: Pair, outcomes: PairOutcomes): PairOutcome {
	return outcomes.get(pairKey(recipientId, providerId)) ?? { kind: 'unclear', failure: NO_RESULT };
}

/** What is in doubt comes first: only its words may say that Flinks may have acted. */
function failureOf(settled: readonly Settled[]): Failure | undefined {
	const broken = settled.flatMap((one): Broken[] => {
		const { outcome } = one;
		const isBroken = outcome.kind === 'unclear' || outcome.kind === 'not-requested';
		return isBroken ? [{ ...one, failure: outcome.failure }] : [];
	});
	const first = broken.find(({ outcome }) => outcome.kind === 'unclear') ?? broken[0];
	if (!first || settled.length === 1) return first?.failure;
	const { pair, failure } = first;
	const remedy = [
		sentence(failure.remedy),
		`This concerns recipient ${pair.recipientId} with provider ${pair.providerId}.`,
		...otherReasons(failure.title, broken),
		`The ${settled.length} registrations of this item: ${counts(settled)}.`,
		...(broken.length < settled.length
			? ['With Skip Existing on, running the node again requests only the rest.']
			: []),
	];
	return { ...failure, remedy: remedy.join(' ') };
}

function otherReasons(told: string, broken: readonly Broken[]): string[] {
	const others = [...new Set(broken.map(({ failure }) => failure.title))].filter(
		(title) => title !== told,
	);
	const more = others.length - OTHERS_NAMED;
	return [
		...others.slice(0, OTHERS_NAMED).map((title) => `Also: ${sentence(title)}`),
		...(more > 0 ? [`Reasons not named here: ${more}.`] : []),
	];
}

function counts(settled: readonly Settled[]): string {
	return COUNTED.flatMap(([kind, words]) => {
		const count = settled.filter(({ outcome }) => outcome.kind === kind).length;
		return count === 0 ? [] : `${count} ${words}`;
	}).join(', ');
}

const NO_RESULT: Failure = {
	kind: 'unexpected-answer',
	title: 'This registration was planned but has no result',
	remedy:
		'Run the node again with Skip Existing on, and report it to the maintainers of the package.',
};
