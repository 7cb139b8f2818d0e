import type { ConnectionKeys } from '../../connections/keys';
import type { Steps } from '../../http/turns';
import { readingState, type OpenedState } from './stateText';

/** What is stored beside a connection, taken apart for the accounts of a run. */
export interface StoredStates {
	/** The state of one account, or why there is none. */
	of(accountId: string): OpenedState;
	/** The same as it came, where it can be opened: to be stored again if the account is not read. */
	textOf(accountId: string): string | undefined;
	/** States of other accounts of the connection, as they came: to be stored again. */
	readonly others: readonly string[];
}

/**
 * Opens the states that one stored text holds, several separated by blanks. An account without a state
 * beside others that have one is new. Blank means the first time.
 * @throws FlinksFailure for a weak key
 */
export function* readingStates(
	stored: unknown,
	connectionId: string,
	accountIds: readonly string[],
	keys?: ConnectionKeys,
): Steps<StoredStates> {
	const texts = [stored].flat().flatMap((one) => textsIn(one));
	const found = new Map<string, Found[]>();
	const strange: Found[] = [];
	for (const text of texts) {
		let isStrange = true;
		for (const accountId of accountIds) {
			const state = yield* readingState(text, { connectionId, accountId }, keys);
			if (isOfAnother(state)) continue;
			isStrange = false;
			found.set(accountId, [...(found.get(accountId) ?? []), { text, state }]);
		}
		if (!isStrange) continue;
		const state = yield* readingState(text, { connectionId, accountId: '' }, keys);
		strange.push({ text, state });
	}
	const isKnown = [...found.values()].flat().some(({ state }) => state.kind === 'state');
	const stranger = isKnown ? undefined : strange.find(({ state }) => isOfAnother(state));
	return {
		of: (accountId) => (newest(found.get(accountId) ?? []) ?? stranger)?.state ?? FIRST_TIME,
		textOf(accountId) {
			const best = newest(found.get(accountId) ?? []);
			return best?.state.kind === 'state' && typeof best.text === 'string' ? best.text : undefined;
		},
		others: strange.flatMap(({ text, state }) =>
			typeof text === 'string' && reasonOf(state) === 'other-account' ? [text] : [],
		),
	};
}

interface Found {
	readonly text: unknown;
	readonly state: OpenedState;
}

const FIRST_TIME: OpenedState = { kind: 'none', reason: 'first-time' };

/** A text holds one state or several; anything else is left for `readingState` to name. */
function textsIn(value: unknown): unknown[] {
	if (value === undefined || value === null) return [];
	return typeof value === 'string' ? value.split(/\s+/).filter((text) => text !== '') : [value];
}

function reasonOf(opened: OpenedState): string | undefined {
	return opened.kind === 'none' ? opened.reason : undefined;
}

function isOfAnother(opened: OpenedState): boolean {
	const reason = reasonOf(opened);
	return reason === 'other-account' || reason === 'other-connection';
}

/** Of several states of one account the one of the latest run; of none that opens, why. */
function newest(found: readonly Found[]): Found | undefined {
	return [...found].sort((a, b) => runOf(b.state) - runOf(a.state))[0];
}

function runOf(opened: OpenedState): number {
	return opened.kind === 'state' ? opened.state.run : -1;
}
