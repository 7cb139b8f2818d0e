import type {
	IExecuteFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IPollFunctions,
} from 'n8n-workflow';

import { attempt, isSuccess } from '../attempts';
import type { Runtime } from '../runtime';
import type { ApiRequest, Exchange } from '../wire';
import type { EnvironmentSettings } from './environment';
import { environmentOf } from './environment';
import { requestOptions, readAnswer } from './httpOptions';
import type { Lifetime, TokenTimes } from './lifetime';
import { lifetimeOf } from './lifetime';
import { asFailure, asLostConnection, noToken, notConnected } from './lostConnection';
import { createRenewal } from './renewal';
import type { Session } from './session';
import { exchangeOfThrown, saysNotConnected } from './thrown';

/** The contexts of n8n in which a Flinks node runs. */
export type NodeContext = IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions;

interface StoredToken extends TokenTimes {
	readonly access_token?: unknown;
}

interface OAuth2Credential extends EnvironmentSettings {
	readonly grantType?: unknown;
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
 * A session on one of the package's OAuth2 credentials; n8n keeps the token.
 * Every status comes back as a full response, which keeps n8n's own refresh out of play: it knows
 * only 401, its options differ by version, and several renewals could race.
 */
export async function openOAuth2Session(
	context: NodeContext,
	credentialType: string,
	runtime: Runtime,
): Promise<Session> {
	const credential: OAuth2Credential = await context.getCredentials(credentialType);
	const { api } = environmentOf(credential);
	const stored = credential.oauthTokenData ?? {};
	const needsConsent = credential.grantType === 'authorizationCode';
	const renewal = createRenewal(fetchToken, runtime.now);
	let hasToken = typeof stored.access_token === 'string' && stored.access_token !== '';
	let known = Number.isFinite(Number(stored.n8n_expires_at ?? NaN));
	renewal.learn(lifetimeOf(stored));

	async function fetchToken(): Promise<Lifetime> {
		const refresh = async (): Promise<Exchange> => {
			try {
				const token: unknown = await context.helpers.refreshOAuth2Token.call(
					context,
					credentialType,
				);
				return { kind: 'answered', response: { status: 200, headers: {}, body: token } };
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
		hasToken = true;
		known = true;
		return lifetimeOf(isRecord(body) ? body : {}, runtime.now());
	}

	return {
		apiBaseUrl: api,
		async ready() {
			if (!hasToken && needsConsent) throw notConnected();
			if (!hasToken || renewal.isDue()) await renewal.renew(renewal.generation);
			return known ? 'proven' : 'unproven';
		},
		async send(request) {
			const { generation } = renewal;
			const options: IHttpRequestOptions = requestOptions(api, request);
			try {
				const answer: unknown = await context.helpers.httpRequestWithAuthentication.call(
					context,
					credentialType,
					options,
				);
				return { generation, exchange: readAnswer(request, answer) };
			} catch (error) {
				if (saysNotConnected(error)) throw notConnected();
				return { generation, exchange: exchangeOfThrown(error) };
			}
		},
		renew: async (generation) => await renewal.renew(generation),
		judge: renewal.judge,
	};
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}
