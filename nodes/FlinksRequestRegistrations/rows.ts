import type { IDataObject } from 'n8n-workflow';

import type { Failure } from '../../outbound/failure';
import type { Outcome } from '../../outbound/outcome';
import { done, failed } from '../../outbound/outcome';
import type { Pair } from '../../outbound/registrations/pairs';
import { pairKey } from '../../outbound/registrations/pairs';
import type { PairResults, Requested } from '../../outbound/registrations/request';
import { registrationRow } from '../../outbound/registrations/rows';
import type { ItemResult } from '../common/results';

/** One row per pair of the item; an item with a pair that failed fails, and says what became of all. */
export function itemResult(
	asked: Outcome<readonly Pair[]>,
	results: PairResults,
	nowMs: number,
): ItemResult {
	if (asked.kind === 'failed') return asked;
	const outcomes = asked.value.map((pair) => ({
		pair,
		outcome: results.get(pairKey(pair.recipientId, pair.providerId)) ?? failed(NO_RESULT),
	}));
	const broken = outcomes.flatMap(({ pair, outcome }) =>
		outcome.kind === 'failed' ? [{ pair, failure: outcome.failure }] : [],
	);
	const [first] = broken;
	if (first) return failed(partly(first, broken.length, outcomes.length));
	return done(
		outcomes.flatMap(({ pair, outcome }) =>
			outcome.kind === 'done' ? [row(pair, outcome.value, nowMs)] : [],
		),
	);
}

function row(pair: Pair, { outcome, registration }: Requested, nowMs: number): IDataObject {
	if (registration) return { outcome, ...registrationRow(registration, nowMs) };
	return {
		outcome,
		recipientName: null,
		providerName: null,
		status: null,
		daysWaiting: null,
		requestedOn: null,
		country: null,
		...pair,
	};
}

function partly(
	{ pair, failure }: { pair: Pair; failure: Failure },
	brokenCount: number,
	count: number,
): Failure {
	if (count === 1) return failure;
	const others =
		brokenCount === count
			? `None of the ${count} registrations of this item was requested.`
			: `${count - brokenCount} of the ${count} registrations of this item went through; with Skip Existing on, running the node again requests only the rest.`;
	return {
		...failure,
		remedy: `${failure.remedy} First affected: recipient ${pair.recipientId} with provider ${pair.providerId}. ${others}`,
	};
}

const NO_RESULT: Failure = {
	kind: 'unexpected-answer',
	title: 'This registration was planned but has no result',
	remedy:
		'Run the node again with Skip Existing on, and report it to the maintainers of the package.',
};
