import type { AppCredential } from '../auth/appCredential';
import type { Failure } from '../failure';
import type { Outcome } from '../outcome';
import { done, failed } from '../outcome';
import { readCallback } from './callback';
import type { StateContent } from './state';
import { readState } from './state';

/** A customer's answer whose state this credential signed, not yet expired. `code` is secret. */
export type Answer =
	| { readonly kind: 'allowed'; readonly link: StateContent; readonly code: string }
	| { readonly kind: 'declined'; readonly link: StateContent; readonly error: string };

/** Checks what the Webhook node received; a failure here means that nothing may be sent to Flinks. */
export function readAnswer(value: unknown, app: AppCredential, nowMs: number): Outcome<Answer> {
	const callback = readCallback(value);
	if (callback.kind === 'unreadable') return refused(callback);
	const state = readState(callback.state, app, nowMs);
	if (state.kind !== 'valid') return refused(state);
	const { content: link } = state;
	if (callback.providerId !== undefined && callback.providerId !== link.requestedProviderId) {
		return refused({
			title: 'This callback names another provider than its authorization link',
			remedy: 'Nothing was sent to Flinks. Send the customer a new link.',
		});
	}
	return done(
		callback.kind === 'code'
			? { kind: 'allowed', link, code: callback.code }
			: { kind: 'declined', link, error: callback.error },
	);
}

function refused({ title, remedy }: Pick<Failure, 'remedy' | 'title'>): Outcome<never> {
	return failed({ kind: 'invalid-input', title, remedy });
}
