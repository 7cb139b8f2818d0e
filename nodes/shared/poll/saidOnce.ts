import type { Failure, FailureKind } from '../../../outbound/failure';

/** What stays as it is until somebody does something: said at every look it would be an error a minute. */
const LASTING: ReadonlySet<FailureKind> = new Set([
	'connection-lost',
	'credential-refused',
	'forbidden',
	'invalid-input',
	'not-connected',
	'not-found',
	'unsupported',
]);

export interface SaidOnce {
	/** True where just this was said already, and may be left unsaid now. */
	before(trigger: string, failure: Failure): boolean;
	/** It works again: the next trouble is a new one. */
	over(trigger: string): void;
}

/** Kept in this process: n8n keeps no state of a look that fails. After a restart it is said once more. */
export function saidOnce(): SaidOnce {
	const said = new Map<string, string>();
	return {
		before(trigger, { kind, title }) {
			if (!LASTING.has(kind)) return false;
			const text = `${kind} ${title}`;
			const isKnown = said.get(trigger) === text;
			said.set(trigger, text);
			return isKnown;
		},
		over: (trigger) => void said.delete(trigger),
	};
}
