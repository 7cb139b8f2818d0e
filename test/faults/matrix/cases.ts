import type { Expectation, FaultCase } from '../catalogue';
import { CATALOGUE, isAboutChange, kindOf } from '../catalogue';
import { WRITE, type Call } from '../proxy';
import type { Scenario } from '../scenarios/types';
import type { OnError } from './ran';

export interface MatrixCase {
	readonly scenario: Scenario;
	readonly fault: FaultCase;
	/** The call it strikes first, as it was without faults. */
	readonly target: Call;
	readonly strikes: 'always' | 'once';
	readonly onError: OnError;
	readonly expected: Expectation;
}

/** n8n keeps no header of a refused token request, and the old token where an answer holds none. */
const HIDDEN_BY_N8N = new Set(['Retry-After', 'unreadable']);

const MODES: readonly OnError[] = ['continueRegularOutput', 'continueErrorOutput', 'stopWorkflow'];

/**
 * Every fault at every kind of call of a job. The main job of a node meets each one both once and for
 * ever, its other jobs in turn, and of the many statuses a part; the ways of handling errors take
 * turns. The quick run takes the telling faults.
 */
export function casesFor(scenario: Scenario, calls: readonly Call[], full: boolean): MatrixCase[] {
	const met = calls.filter((call) => scenario.skips?.(call) !== true);
	const targets = [...new Map([...met].reverse().map((call) => [call.label, call])).values()];
	const start = turnOf(scenario);
	const chosen = targets.reverse().flatMap((target, at) => {
		const pairs = CATALOGUE.filter((fault) => full || fault.quick).flatMap((fault) =>
			pairsOf(fault, target, scenario),
		);
		return share(pairs, scenario.main === true, full, start + at);
	});
	const modes = scenario.modes ?? MODES;
	return chosen.map((one, index) => ({
		...one,
		onError: modes[(start + index) % modes.length] ?? 'stopWorkflow',
	}));
}

type Striking = Omit<MatrixCase, 'onError'>;

function pairsOf(fault: FaultCase, target: Call, scenario: Scenario): Striking[] {
	const catalogued = expectationOf(fault, target, scenario);
	const fits = !fault.only || fault.only(target);
	const expected = scenario.expects ? scenario.expects(target, catalogued) : catalogued;
	if (!fits || !expected) return [];
	return (['once', 'always'] as const)
		.filter((one) => fault.strikes === undefined || fault.strikes === one)
		.map((strikes) => {
			const held = lasting(expected, strikes, target);
			const isTold = scenario.spends === true && held !== 'unharmed' && held !== 'recovers';
			return { scenario, fault, target, strikes, expected: isTold ? 'told' : held };
		});
}

/** Where a job begins to take turns: each at a place of its own, the same every time. */
function turnOf({ node, name }: Scenario): number {
	return [...`${node} ${name}`].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);
}

const STATUSES: ReadonlySet<string> = new Set(['broken (5xx)', 'refused (4xx)']);

function share(cases: readonly Striking[], all: boolean, full: boolean, start: number): Striking[] {
	const one = (of: number, part: readonly Striking[]) =>
		part.filter((_, at) => (at + start) % of === 0);
	if (all) return full ? [...cases] : one(3, cases);
	if (!full) return one(8, cases);
	return [
		...one(
			2,
			cases.filter(({ fault }) => !STATUSES.has(fault.group)),
		),
		...one(
			5,
			cases.filter(({ fault }) => STATUSES.has(fault.group)),
		),
	];
}

export function nameOf({ fault, target, strikes, onError, expected }: MatrixCase): string {
	return `${target.label}: ${fault.group}, ${fault.name}, ${strikes} (${onError}) -> ${expected}`;
}

function expectationOf(
	fault: FaultCase,
	target: Call,
	{ ownTokens, patient }: Scenario,
): Expectation | undefined {
	const expected = fault.expects[kindOf(target)];
	if (isAboutChange(target)) return 'told';
	if (target.label === 'token' && !ownTokens) {
		// n8n's own client follows redirects of the token endpoint, which no node can prevent.
		if (fault.group === 'redirect elsewhere') return undefined;
		// Nor does it know bounds of ours.
		if (fault.bounds || fault.group === 'bombs') return undefined;
		if (expected === 'fails' && HIDDEN_BY_N8N.has(fault.group)) return 'mayFail';
		if (expected === 'pauses') return 'either';
	}
	if (expected === 'splits') {
		return target.label === WRITE && target.path.includes(',') ? 'recovers' : 'fails';
	}
	const mayPass = patient && expected === 'fails' && fault.group === 'Retry-After';
	return mayPass ? 'mayFail' : expected;
}

function lasting(expected: Expectation, strikes: 'always' | 'once', { label }: Call): Expectation {
	// Whoever asks next for a token that was refused once may get it.
	if (expected === 'fails' && strikes === 'once' && label === 'token') return 'mayFail';
	const isRequest = label === WRITE || label.endsWith('after the request');
	if (expected === 'pauses' && isRequest) return 'either';
	const lasts = expected === 'recovers' && strikes === 'always' ? 'fails' : expected;
	// What was sent stays sent, whether or not Flinks can be asked about it.
	return lasts === 'fails' && label.endsWith('after the request') ? 'unlisted' : lasts;
}
