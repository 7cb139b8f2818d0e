import { createHmac, timingSafeEqual } from 'node:crypto';
import { deriveKey, sealingKey, usableKeys, type ConnectionKeys, type KeyUsed } from './keys';
import { packState, unpackState, type StateContent } from './stateContent';

export { checkReference, type StateContent } from './stateContent';

/** Why a callback is not acted upon: what happened, and what to do. */
export interface Refusal {
	readonly title: string;
	readonly remedy: string;
}

export type ReadState =
	| ({ readonly kind: 'valid'; readonly keyUsed: KeyUsed } & StateContent)
	| ({ readonly kind: 'malformed' | 'forged' } & Refusal)
	| ({ readonly kind: 'expired' } & StateContent & Refusal);

const VERSION = 'v1';
const SHAPE = /^v1\.[\w-]+\.[\w-]{43}$/;
const MAX_LENGTH = 2000;

/**
 * The signed `state` of an authorization link: `v1.<content>.<HMAC-SHA-256>`, safe in a URL, under
 * 1,000 characters for any content that `checkReference` accepts. Readable by anyone, made by the key's holder only.
 * @throws FlinksFailure for a weak key.
 */
export function createState(content: StateContent, keys: ConnectionKeys): string {
	const signed = `${VERSION}.${packState(content)}`;
	return `${signed}.${signature(signed, sealingKey(keys))}`;
}

/** Checks what came back with the customer. It is valid up to, not including, its expiry. */
export function readState(text: unknown, keys: ConnectionKeys, nowMs: number): ReadState {
	if (typeof text !== 'string' || text.length > MAX_LENGTH || !SHAPE.test(text)) {
		return malformed();
	}
	const cut = text.lastIndexOf('.');
	const signed = text.slice(0, cut);
	const found = usableKeys(keys).find(({ text: key }) =>
		equalInConstantTime(signature(signed, key), text.slice(cut + 1)),
	);
	if (!found) {
		return {
			kind: 'forged',
			title: 'The state of this callback was not signed by this credential',
			remedy:
				'Nothing was sent to Flinks. If the link is your own, check that the connection key (or the previous key) of the credential is the one the link was created with; then send the customer a new link.',
		};
	}
	const content = unpackState(signed.slice(VERSION.length + 1));
	if (!content) return malformed();
	if (nowMs < content.expiresAtMs) return { kind: 'valid', keyUsed: found.keyUsed, ...content };
	return {
		kind: 'expired',
		...content,
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
			'Nothing was sent to Flinks. Check that the Webhook node passes the state on unchanged and that the link came from Create Authorization Link; then send the customer a new link.',
	};
}

/** The signature's text is compared, not its bytes: several texts may stand for the same bytes. */
function signature(signed: string, key: string): string {
	return createHmac('sha256', deriveKey(key, 'state')).update(signed).digest('base64url');
}

function equalInConstantTime(expected: string, given: string): boolean {
	const [left, right] = [Buffer.from(expected), Buffer.from(given)];
	return left.length === right.length && timingSafeEqual(left, right);
}
