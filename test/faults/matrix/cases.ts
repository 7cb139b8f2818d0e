import type { Expectation, FaultCase } from '../catalogue';
import { CATALOGUE, kindOf } from '../catalogue';
import { WRITE, type Call } from '../proxy';
import type { Scenario } from '../scenarios/types';
import type { OnError } from './stage';

export interface MatrixCase {
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
 * Every fault at every kind of call a scenario makes, once and for ever, in each way of handling
 * errors. The quick run takes the telling faults, once or for
 * ever, and one way of handling errors for each, in turn.
 */
export function casesFor(scenario: Scenario, calls: readonly Call[], full: boolean): MatrixCase[] {
	const targets = [...new Map([...calls].reverse().map((call) => [call.label, call])).values()];
	const chosen = targets.reverse().flatMap((target) =>
		CATALOGUE.flatMap((fault) => {
			const expected = expectationOf(fault, target, scenario);
			if (!expected || !(full || fault.quick)) return [];
			const strikes = (['once', 'always'] as const).filter(
				(one) => fault.strikes === undefined || fault.strikes === one,
			);
			return strikes.map((one) => ({
				fault,
				target,
				strikes: one,
				expected: lasting(expected, one, target),
			}));
		}),
	);
	const taken = full ? chosen : everyOther(chosen);
	return taken.flatMap((one, index) => {
		const modes = full ? MODES : [MODES[index % MODES.length] ?? 'stopWorkflow'];
		return modes.map((onError) => ({ ...one, onError }));
	});
}

export function nameOf({ fault, target, strikes, onError, expected }: MatrixCase): string {
	return `${target.label}: ${fault.group}, ${fault.name}, ${strikes} (${onError}) -> ${expected}`;
}

function expectationOf(
	fault: FaultCase,
	target: Call,
	{ ownTokens, patient }: Scenario,
): Expectation | undefined {
	if (fault.only && !fault.only(target)) return undefined;
	const expected = fault.expects[kindOf(target)];
	if (target.label === 'token' && !ownTokens) {
		// n8n's own client follows redirects of the token endpoint, which no node can prevent.
		if (fault.group === 'redirect elsewhere') return undefined;
		if (expected === 'fails' && HIDDEN_BY_N8N.has(fault.group)) return 'mayFail';
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
	const lasts = expected === 'recovers' && strikes === 'always' ? 'fails' : expected;
	// What was sent stays sent, whether or not Flinks can be asked about it.
	return lasts === 'fails' && label.endsWith('after the request') ? 'unlisted' : lasts;
}

/** Of a fault that strikes once and for ever, the quick run takes one at each call, in turn. */
function everyOther<T extends Pick<MatrixCase, 'fault'>>(cases: readonly T[]): T[] {
	const twice = (at: number) => cases[at]?.fault === cases[at + 1]?.fault;
	let pairs = 0;
	return cases.filter((one, at) => {
		if (twice(at)) return pairs++ % 2 === 0;
		return cases[at - 1]?.fault !== one.fault || pairs % 2 === 0;
	});
}
