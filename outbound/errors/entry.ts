import type { FailureKind } from '../failure';

/** What one code or status means: `reason` finishes "Flinks could not ...: ", `remedy` says what to do. */
export interface Entry {
	readonly kind: FailureKind;
	readonly reason: string;
	readonly remedy: string;
}
