import { createHmac, timingSafeEqual } from 'node:crypto';

import { checkKey, deriveKey, sealingKey, type SealingCredential } from './keys';
import { packState, unpackState, type StateContent } from './stateContent';

export { checkBankName, checkReference, type StateContent } from './stateContent';

/** Why a callback is not acted upon: what happened, and what to do. */
export interface Refusal {
	readonly title: string;
	readonly remedy: string;
}

export type ReadState =
	| { readonly kind: 'valid'; readonly content: StateContent }
	| ({ readonly kind: 'expired'; readonly content: StateContent } & Refusal)
	| ({ readonly kind: 'malformed' | 'forged' } & Refusal);

/** The longest life of a link. Held here too, so that a link signed for longer ends as well. */
const MOST_VALIDITY_MS = 30 * 24 * 60 * 60_000;

const VERSION = 'v1';
const SHAPE = /^v1\.[\w-]+\.[\w-]{43}$/;
const MAX_LENGTH = 2000;
/** How far apart the clocks of two machines may be. */
const CLOCK_SKEW_MS = 5 * 60_000;

/**
 * The signed `state` of an authorization link: `v1.<content>.<HMAC-SHA-256>`, safe in a URL, under
 * 1,000 characters for any content that `checkReference` accepts. Readable by anyone, made by the key's
 * holder only, and good only for the client, redirect URI and authorization address it was made for.
 * @throws FlinksFailure for a weak key.
 */
export function createState(content: StateContent, app: SealingCredential): string {
	const signed = `${VERSION}.${packState(content)}`;
	return `${signed}.${signature(signed, app, sealingKey(app))}`;
}

/** Whether a text could be a state at all; for callers that have no key to check it with. */
export function looksLikeState(text: unknown): boolean {
	return typeof text === 'string' && text.length <= MAX_LENGTH && SHAPE.test(text);
}

/**
 * Checks what came back with the customer. It is valid up to, not including, its expiry. Only the
 * current key signs: the previous one may be out of its owner's hands.
 */
export function readState(text: unknown, app: SealingCredential, nowMs: number): ReadState {
	if (typeof text !== 'string' || !looksLikeState(text)) return malformed();
	const cut = text.lastIndexOf('.');
	const signed = text.slice(0, cut);
	if (checkKey(app.connectionKey) !== undefined) return forged();
	const expected = signature(signed, app, app.connectionKey);
	if (!equalInConstantTime(expected, text.slice(cut + 1))) return forged();
	const content = unpackState(signed.slice(VERSION.length + 1));
	if (!content || content.issuedAtMs > nowMs + CLOCK_SKEW_MS) return malformed();
	const endsAtMs = Math.min(content.expiresAtMs, content.issuedAtMs + MOST_VALIDITY_MS);
	if (nowMs < endsAtMs) return { kind: 'valid', content };
	return {
		kind: 'expired',
		content,
		title: 'The authorization link has expired',
		remedy:
			'Nothing was sent to Flinks. Create a new authorization link for this customer, with a longer validity if customers need more time.',
	};
}

function malformed(): ReadState {
	return {
		kind: 'malformed',
		title: 'The state of this callback cannot be read',
		remedy:
			'Nothing was sent to Flinks. Check that the Webhook node passes the state on unchanged and that the link came from Create Authorization Link. Then send the customer a new link.',
	};
}

function forged(): ReadState {
	return {
		kind: 'forged',
		title: 'The state of this callback was not signed by this credential',
		remedy:
			'Nothing was sent to Flinks. If the link is your own, check that connection key, client ID, redirect URI and base URL of the credential are those the link was created with. A link signed with the previous key is refused. Send the customer a new link.',
	};
}

/** The signature's text is compared, not its bytes: several texts may stand for the same bytes. */
function signature(signed: string, app: SealingCredential, key: string): string {
	const owner = JSON.stringify([app.environment.authorization, app.clientId, app.redirectUri]);
	return createHmac('sha256', deriveKey(key, 'state'))
		.update(`${signed}\n${owner}`)
		.digest('base64url');
}

function equalInConstantTime(expected: string, given: string): boolean {
	const [left, right] = [Buffer.from(expected), Buffer.from(given)];
	return left.length === right.length && timingSafeEqual(left, right);
}
