import { textOf, wordsOf, type Fields } from '../http/input';
import type { OAuthError } from '../http/refusals';
import { statusAt } from '../store/registrations';
import { isDataScope, type AuthorizeRequest, type Provider, type Recipient } from '../store/types';
import type { World } from '../world';
import { readChallenge } from './pkce';
import { mayRedirectTo } from './redirect';
import { languageOf } from './wording';

export type AuthorizeOutcome =
	| { readonly kind: 'asked'; readonly request: AuthorizeRequest }
	| {
			readonly kind: 'refused';
			readonly reason: 'client' | 'redirect';
			readonly recipient: Recipient | undefined;
	  }
	| {
			readonly kind: 'redirected';
			readonly redirectUri: string;
			readonly answer: Readonly<Record<string, string>>;
	  };

/**
 * Checks the parameters. Without a known client and a redirect URI of its own nobody is
 * redirected anywhere (RFC 6749 4.1.2.1); everything else goes back to the recipient.
 */
export function readAuthorizeRequest(world: World, query: Fields): AuthorizeOutcome {
	const recipient = world.store.recipients.get(textOf(query, 'client_id') ?? '');
	if (!recipient) return { kind: 'refused', reason: 'client', recipient: undefined };
	const redirectUri = textOf(query, 'redirect_uri');
	if (!redirectUri || !mayRedirectTo(world, recipient, redirectUri)) {
		return { kind: 'refused', reason: 'redirect', recipient };
	}
	const state = textOf(query, 'state');
	const back = (error: OAuthError, error_description: string): AuthorizeOutcome => ({
		kind: 'redirected',
		redirectUri,
		answer: { error, error_description, ...(state ? { state } : {}) },
	});
	if (!state) return back('invalid_request', 'state is missing');
	if (textOf(query, 'response_type') !== 'code') {
		return back('unsupported_response_type', 'response_type must be code');
	}
	const asked = wordsOf(textOf(query, 'scope') ?? '');
	const allowed = asked.filter(isDataScope).filter((scope) => recipient.scopes.includes(scope));
	if (!allowed.includes('ACCOUNT_BASIC') || allowed.length < asked.length) {
		return back('invalid_scope', 'scope must hold ACCOUNT_BASIC and only scopes of this recipient');
	}
	const challenge = readChallenge(world, query);
	if (challenge.wrong) return back('invalid_request', challenge.wrong);
	const providerId =
		world.settings.consentProviderId ?? Number(textOf(query, 'provider_id') || NaN);
	const provider = world.store.providers.get(providerId);
	if (!provider) return back('invalid_request', 'provider_id is missing or unknown');
	if (world.settings.requireActiveRegistration && !isActive(world, recipient, provider)) {
		return back('unauthorized_client', 'The registration with this provider is not active');
	}
	return {
		kind: 'asked',
		request: {
			recipient,
			provider,
			redirectUri,
			state,
			scopes: allowed.filter((scope) => provider.scopes.includes(scope)),
			correlationId: textOf(query, 'correlation_id'),
			language: languageOf(query.lang),
			codeChallenge: challenge.value,
		},
	};
}

function isActive(world: World, recipient: Recipient, provider: Provider): boolean {
	const row = world.store.registrations.get(recipient.client_id, provider.provider_id);
	if (!row || row.suspended) return false;
	return statusAt(row, world.clock.now(), world.settings.registrationProgress) === 'ACTIVE';
}
