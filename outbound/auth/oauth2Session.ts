import type {
	IExecuteFunctions,
	ILoadOptionsFunctions,
	IPollFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';

import { attempt, isSuccess } from '../attempts';
import type { Runtime } from '../runtime';
import type { ApiRequest, Exchange } from '../wire';
import type { KnownToken } from './bearerSession';
import { createBearerSession } from './bearerSession';
import type { EnvironmentSettings } from './environment';
import { environmentOf } from './environment';
import type { TokenTimes } from './lifetime';
import { lifetimeOf } from './lifetime';
import { asFailure, asLostConnection, noToken, notConnected } from './lostConnection';
import type { Session } from './session';
import { exchangeOfThrown } from './thrown';

/** The contexts of n8n in which a Flinks node runs. */
export type NodeContext =
	IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions | IWebhookFunctions;

interface StoredToken extends TokenTimes {
	readonly access_token?: unknown;
}

interface OAuth2Credential extends EnvironmentSettings {
	readonly grantType?: unknown;
	readonly ignoreSSLIssues?: unknown;
	readonly oauthTokenData?: StoredToken;
}

const TOKEN_REQUEST: ApiRequest = {
	method: 'POST',
	family: 'oauth',
	path: '/api/v1/token',
	expects: 'json',
	safeToRepeat: true,
	purpose: 'issue an access token',
};

/**
 * A session on one of the package's OAuth2 credentials; n8n keeps the token and renews it.
 * The token is read once per run: n8n's own authenticated request reads, decrypts and evaluates the
 * whole credential again for every request, which costs more than the request (docs/performance.md).
 * Its refresh stays out of play too: it knows only 401, and its options differ by version.
 */
export async function openOAuth2Session(
	context: NodeContext,
	credentialType: string,
	runtime: Runtime,
): Promise<Session> {
	const credential: OAuth2Credential = await context.getCredentials(credentialType);
	const { api } = environmentOf(credential);
	const needsConsent = credential.grantType === 'authorizationCode';
	let token = storedToken(credential);
	let known = token?.expiresAt !== undefined;

	async function fetchToken(): Promise<KnownToken> {
		token = (await renewedElsewhere()) ?? (await refreshed());
		known = true;
		return token;
	}

	/** Another run with the same credential may have been first; a rotated refresh token works once. */
	async function renewedElsewhere(): Promise<KnownToken | undefined> {
		const stored = storedToken(await context.getCredentials(credentialType));
		const isOther = stored?.accessToken !== token?.accessToken;
		return isOther && (stored?.expiresAt ?? 0) > runtime.now() ? stored : undefined;
	}

	async function refreshed(): Promise<KnownToken> {
		const refresh = async (): Promise<Exchange> => {
			try {
				const body: unknown = await context.helpers.refreshOAuth2Token.call(
					context,
					credentialType,
				);
				return { kind: 'answered', response: { status: 200, headers: {}, body } };
			} catch (error) {
				const exchange = exchangeOfThrown(error);
				// n8n throws a success whose body it cannot read as a token.
				if (exchange.kind === 'answered' && isSuccess(exchange.response)) throw noToken();
				return exchange;
			}
		};
		const { body } = await attempt(TOKEN_REQUEST, refresh, runtime).catch((error: unknown) => {
			throw needsConsent ? asLostConnection(error) : asFailure(error);
		});
		const fresh = tokenIn(body, runtime.now());
		if (!fresh) throw noToken();
		return fresh;
	}

	const session = createBearerSession(context, api, runtime, token, fetchToken, {
		skipSslCertificateValidation: credential.ignoreSSLIssues === true,
	});
	return {
		...session,
		async ready() {
			if (!token && needsConsent) throw notConnected();
			await session.ready();
			return known ? 'proven' : 'unproven';
		},
	};
}

function storedToken({ oauthTokenData }: OAuth2Credential): KnownToken | undefined {
	return tokenIn(oauthTokenData);
}

/** @param obtainedAtMs for a token that has just been fetched */
function tokenIn(data: unknown, obtainedAtMs?: number): KnownToken | undefined {
	if (typeof data !== 'object' || data === null) return undefined;
	const { access_token: accessToken, ...times }: StoredToken = data;
	if (typeof accessToken !== 'string' || accessToken === '') return undefined;
	return { accessToken, ...lifetimeOf(times, obtainedAtMs) };
}
