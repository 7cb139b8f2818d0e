import type { Runtime } from '../http/runtime';
import type { EnvironmentSettings } from './environment';
import { environmentOf } from './environment';
import { requestOptions } from './httpExchange';
import { keepPace, paceIn } from './keepPace';
import { notConnected } from './lostConnection';
import type { NodeContext } from './nodeContext';
import type { TokenHolder } from './oauth2Token';
import { nextToken, secretsOf, storedToken } from './oauth2Token';
import { createRenewal } from './renewal';
import type { Session } from '../http/session';
import { saysNotConnected } from './exchangeOfThrown';
import { sendOnce, type Helper } from './sendOnce';

/**
 * A session on one of the package's OAuth2 credentials; n8n keeps the token, signs and renews.
 * Every request goes through n8n's authenticated request, though that reads the credential anew each
 * time: signing by hand would be quicker, but n8n's review forbids it and its credential rules
 * (restricted nodes, domains) would not hold. Every status comes back as a full response, which keeps
 * n8n's own refresh out of play: it knows only 401, and its options differ by version.
 */
export async function openOAuth2Session(
	context: NodeContext,
	credentialType: string,
	runtime: Runtime,
): Promise<Session> {
	const credential: EnvironmentSettings & TokenHolder =
		await context.getCredentials(credentialType);
	const { api } = environmentOf(credential);
	const perSecond = paceIn(credential.requestsPerSecond);
	const { clientId } = credential;
	keepPace(runtime, { api, clientId: typeof clientId === 'string' ? clientId : '', perSecond });
	let token = storedToken(credential);
	let isProven = token?.expiresAt !== undefined;
	const renewal = createRenewal(async () => {
		token = await nextToken(context, credentialType, token, runtime);
		isProven = true;
		return token;
	}, runtime.now);
	if (token) renewal.learn(token);
	const helper: Helper = async (options): Promise<unknown> =>
		await context.helpers.httpRequestWithAuthentication.call(context, credentialType, options);

	return {
		apiBaseUrl: api,
		async ready() {
			if (!token && credential.grantType === 'authorizationCode') throw notConnected();
			if (!token || renewal.isDue()) await renewal.renew(renewal.generation);
			return isProven ? 'proven' : 'unproven';
		},
		async send(request, msLeft) {
			const { generation } = renewal;
			let isConnected = true;
			const exchange = await sendOnce(
				context,
				request,
				requestOptions(api, request),
				{ runtime, msLeft },
				helper,
				(thrown) => (isConnected = !saysNotConnected(thrown)),
			);
			if (!isConnected) throw notConnected();
			return { generation, exchange };
		},
		renew: async (generation) => await renewal.renew(generation),
		judge: renewal.judge,
		secrets: () => [...(token ? [token.accessToken] : []), ...secretsOf(credential)],
	};
}
