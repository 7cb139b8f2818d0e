import { createHash } from 'node:crypto';

import { textOf, type Fields } from '../http/input';
import { oauthRefusal } from '../http/refusals';
import type { World } from '../world';

/** RFC 7636 4.2: a SHA-256 in base64url. */
const CHALLENGE = /^[\w-]{43}$/;

interface Challenge {
	/** Kept with the code; nothing where PKCE is not looked at. */
	readonly value: string | undefined;
	/** What is wrong with the request, if anything. */
	readonly wrong?: string;
}

/** The challenge of an authorize call, as far as the settings look at it. */
export function readChallenge({ settings }: World, query: Fields): Challenge {
	if (settings.pkce === 'ignored') return { value: undefined };
	const value = textOf(query, 'code_challenge');
	if (value === undefined) {
		return settings.pkce === 'required' ? { value, wrong: 'code_challenge is missing' } : { value };
	}
	if (textOf(query, 'code_challenge_method') !== 'S256') {
		return { value, wrong: 'code_challenge_method must be S256' };
	}
	return CHALLENGE.test(value) ? { value } : { value, wrong: 'code_challenge is not a SHA-256' };
}

/** Refuses an exchange whose verifier does not belong to the challenge that the code was given for. */
export function checkVerifier(challenge: string | undefined, body: Fields): void {
	if (challenge === undefined) return;
	const verifier = textOf(body, 'code_verifier');
	if (verifier === undefined) {
		throw oauthRefusal('invalid_grant', 'code_verifier is missing');
	}
	if (createHash('sha256').update(verifier).digest('base64url') !== challenge) {
		throw oauthRefusal('invalid_grant', 'code_verifier does not belong to this code');
	}
}
