/** What kind of trouble it is, so that a workflow (and n8n's own retry logic) can branch on it. */
export type FailureKind =
	| 'cancelled'
	| 'connection-lost'
	| 'credential-refused'
	| 'disconnected'
	| 'forbidden'
	| 'invalid-input'
	| 'not-connected'
	| 'not-found'
	| 'rate-limited'
	| 'temporarily-unavailable'
	| 'timed-out'
	| 'unexpected-answer'
	| 'unreachable'
	| 'unsupported';

/**
 * Everything an operator may see of a failure; nothing in it is secret.
 * `title` says what happened, `remedy` what to do. `code` and `text` are Flinks' own.
 */
export interface Failure {
	readonly kind: FailureKind;
	readonly title: string;
	readonly remedy: string;
	readonly status?: number;
	readonly code?: string;
	readonly text?: string;
	readonly correlationId?: string;
	readonly traceId?: string;
	readonly retryAfterMs?: number;
	/** True where Flinks may have acted although no clear answer arrived. */
	readonly ambiguous?: boolean;
}

/** The one thing the client throws. It carries no request, response or cause, so no secret either. */
export class FlinksFailure extends Error {
	constructor(readonly failure: Failure) {
		super(failure.title);
		this.name = 'FlinksFailure';
	}
}
