/** Why there is no state to go on from. */
export type StartReason =
	| 'first-time'
	| 'asked'
	| 'malformed'
	| 'unknown-key'
	| 'tampered'
	| 'not-sealed'
	| 'other-connection'
	| 'other-account'
	| 'too-old'
	| 'from-the-future';

const WHAT_HAPPENED: Readonly<Record<Exclude<StartReason, 'first-time'>, string>> = {
	asked: 'Get Changes was asked to start again.',
	malformed: 'The sync state is cut or is none.',
	'unknown-key': 'The sync state was sealed with another connection key.',
	tampered: 'The sync state was changed after it was given out.',
	'not-sealed': 'The sync state is not sealed, although the credential has a connection key.',
	'other-connection': 'The sync state is of another connection.',
	'other-account': 'The sync state is of another account.',
	'too-old': 'The sync state is too old to catch up from.',
	'from-the-future': 'The sync state is of a later day than today: a clock is or was wrong.',
};

/** For the operator: what happened. Then what to do. Undefined the first time, when nothing has to be done. */
export function startText(reason: StartReason, since: string): string | undefined {
	if (reason === 'first-time') return undefined;
	return `${WHAT_HAPPENED[reason]} Everything since ${since} is listed as added. Delete the rows that you keep of this account with that syncDate or a later one, then store the new ones.`;
}
