import { attempt, type Once } from '../http/attempts';
import type { Runtime } from '../http/runtime';
import { inTurn, tokenGate } from '../http/turn';
import { appSecrets, type AppCredential } from './appCredential';
import { lifetimeOf } from './lifetime';
import { noToken } from './lostConnection';
import type { RequestSender } from './sender';
import { sendOnce, type Helper } from './sendOnce';
import type { Token } from './token';
import type { TokenFormat } from './tokenFormat';
import type { Grant } from './tokenRequest';
import { tokenApiRequest, tokenHttpOptions } from './tokenRequest';

/**
 * Asks Flinks' token endpoint in one format, again after passing trouble. A renewal or a code that
 * was sent is not broken off when the execution is stopped.
 * @throws FlinksFailure
 */
export async function askForToken(
	context: RequestSender,
	app: AppCredential,
	grant: Grant,
	runtime: Runtime,
	format: TokenFormat,
): Promise<Token> {
	const request = tokenApiRequest(grant, app);
	const options = tokenHttpOptions(grant, app, format);
	const helper: Helper = async (one) => await context.helpers.httpRequest(one);
	// The answer may hold the only refresh token that is good from then on: a stop tries nothing more,
	// but what was sent is read to its end.
	const usesUp = grant.grant_type !== 'client_credentials';
	const sending = usesUp ? { ...runtime, signal: undefined } : runtime;
	const gate = tokenGate(runtime.circuit);
	const once: Once = async (isRepeat, msLeft) =>
		await inTurn(runtime, { isRepeat, isTypical: false, gate }, async () => {
			const within = { runtime: sending, msLeft: msLeft() };
			return await sendOnce(context, request, options, within, helper);
		});
	const { body } = await attempt(request, once, runtime, () => appSecrets(app));
	return tokenIn(body, runtime.now());
}

function tokenIn(body: unknown, nowMs: number): Token {
	const fields: Readonly<Record<string, unknown>> =
		typeof body === 'object' && body !== null ? { ...body } : {};
	const { access_token: accessToken, refresh_token: refreshToken, scope } = fields;
	if (typeof accessToken !== 'string' || accessToken === '') throw noToken();
	return {
		accessToken,
		...lifetimeOf({ expires_in: fields.expires_in }, nowMs),
		refreshToken:
			typeof refreshToken === 'string' && refreshToken !== '' ? refreshToken : undefined,
		scope: typeof scope === 'string' ? scope : undefined,
	};
}
