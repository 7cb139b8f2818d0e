import type { AppCredential } from '../auth/appCredential';
import type { NodeContext } from '../auth/nodeContext';
import type { Failure } from '../failure';
import type { Runtime } from '../http/runtime';
import { outcomeOf } from '../outcome';
import { exchangeCode, leavesCodeUsable } from './exchange';
import type { Answer } from './readAnswer';
import { connectedRow, declinedRow, type ConnectedRow, type DeclinedRow } from './connectionRow';
import type { LinkGuard } from './spentLinks';

/** What a customer's return ends as. */
export type Completion =
	| { readonly kind: 'connected'; readonly row: ConnectedRow }
	| { readonly kind: 'declined'; readonly row: DeclinedRow }
	/** The link, or the code, was used before: nothing new to tell the workflow. */
	| { readonly kind: 'spent'; readonly failure: Failure }
	| { readonly kind: 'failed'; readonly failure: Failure };

/** Exchanges the code of an answer that was checked before, unless its link was spent already. */
export async function completeConnection(
	context: NodeContext,
	app: AppCredential,
	guard: LinkGuard,
	answer: Answer,
	runtime: Runtime,
): Promise<Completion> {
	const { link } = answer;
	if (answer.kind === 'declined') {
		// A customer who declined may still consent through the same link, but is reported once.
		const isNew =
			!guard.isTaken(link) && guard.takeOnce(`${link.nonce} declined`, link.expiresAtMs);
		return isNew ? { kind: 'declined', row: declinedRow(answer) } : SPENT;
	}
	if (!(await guard.take(link))) return SPENT;
	const exchanged = await outcomeOf(
		async () => await exchangeCode(context, app, link, answer.code, runtime),
	);
	if (exchanged.kind === 'done') {
		return { kind: 'connected', row: connectedRow(app, exchanged.value, link) };
	}
	const { failure } = exchanged;
	if (leavesCodeUsable(failure)) await guard.release(link);
	// Another process may have exchanged this very code a moment ago, so it is no news for anybody.
	return { kind: failure.code === 'invalid_grant' ? 'spent' : 'failed', failure };
}

/** Somebody brought back an answer that had made a connection before: a reload, or a replay. */
const SPENT = {
	kind: 'spent',
	failure: {
		kind: 'invalid-input',
		title: 'This authorization link was used already',
		remedy:
			'Nothing was sent to Flinks: each link is answered once, and its codes are tried at most three times. If the customer has to connect again, create a new link.',
	},
} as const satisfies Completion;
