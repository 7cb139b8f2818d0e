import type { AppCredential } from '../auth/appCredential';
import type { Failure } from '../failure';
import type { Outcome } from '../outcome';
import { done, failed } from '../outcome';
import { readCallback } from './callback';
import type { ReadState, StateContent } from './state';
import { readState } from './state';

/** A customer's answer whose state this credential signed, not yet expired. `code` is secret. */
export type Answer =
	| { readonly kind: 'allowed'; readonly link: StateContent; readonly code: string }
	| {
			readonly kind: 'declined';
			readonly link: StateContent;
			readonly error: string;
			readonly description: string;
	  };

/** Checks what the Webhook node received; a failure here means that nothing may be sent to Flinks. */
export function readAnswer(value: unknown, app: AppCredential, nowMs: number): Outcome<Answer> {
	const callback = readCallback(value);
	if (callback.kind === 'unreadable') return refused(callback);
	const keys = { current: app.connectionKey, previous: app.previousConnectionKey };
	const link = readState(callback.state, keys, nowMs);
	if (link.kind !== 'valid') return refused(link);
	if (callback.providerId !== undefined && callback.providerId !== link.providerId) {
		return refused({
			title: 'This callback names another provider than its authorization link',
			remedy: 'Nothing was sent to Flinks. Send the customer a new link.',
		});
	}
	const content = contentOf(link);
	if (callback.kind === 'code')
		return done({ kind: 'allowed', link: content, code: callback.code });
	const { error, description } = callback;
	return done({ kind: 'declined', link: content, error, description });
}

function contentOf({
	kind: _kind,
	keyUsed: _keyUsed,
	...content
}: Extract<ReadState, { kind: 'valid' }>): StateContent {
	return content;
}

function refused({ title, remedy }: Pick<Failure, 'remedy' | 'title'>): Outcome<never> {
	return failed({ kind: 'invalid-input', title, remedy });
}
