import { FlinksFailure } from '../failure';
import { attempt, type Once } from '../http/attempts';
import { isSuccess } from '../http/retry/policy';
import type { Runtime } from '../http/runtime';
import { inTurn, tokenGate } from '../http/turn';
import { ENDPOINTS } from '../model/endpoints';
import type { ApiRequest, Exchange } from '../wire';
import { asEnded } from './ended';
import type { TokenTimes } from './lifetime';
import { lifetimeOf } from './lifetime';
import { asFailure, noRefreshToken, noToken } from './lostConnection';
import type { NodeContext } from './nodeContext';
import { exchangeOfThrown, saysNoRefreshToken } from './exchangeOfThrown';
import type { KnownToken } from './token';
import { checkTokenAddress } from './tokenAddress';

interface StoredToken extends TokenTimes {
	readonly access_token?: unknown;
	readonly refresh_token?: unknown;
}

/** What n8n decrypts of an OAuth2 credential, as far as the token goes. */
export interface TokenHolder {
	readonly clientId?: unknown;
	readonly clientSecret?: unknown;
	readonly requestsPerSecond?: unknown;
	readonly grantType?: unknown;
	readonly accessTokenUrl?: unknown;
	readonly oauthTokenData?: StoredToken;
}

/** What n8n asks for: known, so that a refusal is read as what it refuses. */
function tokenRequest(grantType: 'client_credentials' | 'refresh_token'): ApiRequest {
	return { ...ENDPOINTS.A2, body: { grant_type: grantType }, safeToRepeat: true };
}

/** What n8n keeps secret in the credential, as far as a request depends on it. */
export function secretsOf({ clientSecret, oauthTokenData }: TokenHolder): string[] {
	const { access_token, refresh_token } = oauthTokenData ?? {};
	return [clientSecret, access_token, refresh_token].filter((one) => typeof one === 'string');
}

/** The token that n8n keeps with the credential, if there is one. */
export function storedToken({ oauthTokenData }: TokenHolder): KnownToken | undefined {
	return tokenIn(oauthTokenData);
}

/**
 * The token after `current`: one that another run has stored meanwhile (a rotated refresh token works
 * only once), or one that n8n fetches now.
 * @throws FlinksFailure
 */
export async function nextToken(
	context: NodeContext,
	credentialType: string,
	current: KnownToken | undefined,
	runtime: Runtime,
): Promise<KnownToken> {
	const credential: TokenHolder = await context.getCredentials(credentialType);
	const stored = storedToken(credential);
	const isOther = stored !== undefined && stored.accessToken !== current?.accessToken;
	if (isOther && (stored.expiresAt ?? 0) > runtime.now()) return stored;
	checkTokenAddress(credential.accessTokenUrl);
	const needsConsent = credential.grantType === 'authorizationCode';
	const request = tokenRequest(needsConsent ? 'refresh_token' : 'client_credentials');
	const gate = tokenGate(runtime.circuit);
	const refresh: Once = async (isRepeat) =>
		await inTurn(
			runtime,
			{ isRepeat, isTypical: false, gate },
			async () => await refreshed(context, credentialType),
		);
	const { body } = await attempt(request, refresh, runtime, () => secretsOf(credential)).catch(
		(error: unknown) => {
			const { failure } = asFailure(error);
			throw new FlinksFailure(needsConsent ? asEnded(failure) : failure);
		},
	);
	const fresh = tokenIn(body, runtime.now());
	if (!fresh) throw noToken();
	return fresh;
}

async function refreshed(context: NodeContext, credentialType: string): Promise<Exchange> {
	try {
		const body: unknown = await context.helpers.refreshOAuth2Token.call(context, credentialType);
		return { kind: 'answered', response: { status: 200, headers: {}, body } };
	} catch (error) {
		if (saysNoRefreshToken(error)) throw noRefreshToken();
		const exchange = exchangeOfThrown(error);
		// n8n throws a success whose body it cannot read as a token.
		if (isSuccess(exchange)) throw noToken();
		return exchange;
	}
}

/** @param obtainedAtMs for a token that has just been fetched */
function tokenIn(data: unknown, obtainedAtMs?: number): KnownToken | undefined {
	if (typeof data !== 'object' || data === null) return undefined;
	const { access_token: accessToken, ...times }: StoredToken = data;
	if (typeof accessToken !== 'string' || accessToken === '') return undefined;
	return { accessToken, ...lifetimeOf(times, obtainedAtMs) };
}
