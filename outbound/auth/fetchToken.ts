import { attempt } from '../http/attempts';
import { FlinksFailure } from '../failure';
import type { Runtime } from '../http/runtime';
import type { ApiRequest, Exchange } from '../wire';
import type { AppCredential } from './appCredential';
import { readAnswer } from './httpExchange';
import { lifetimeOf } from './lifetime';
import { asFailure, noToken } from './lostConnection';
import type { NodeContext } from './nodeContext';
import { exchangeOfThrown } from './exchangeOfThrown';
import type { Token } from './token';
import type { Grant } from './tokenRequest';
import { FORMAT_NAMES, tokenApiRequest, tokenHttpOptions } from './tokenRequest';

/**
 * Asks Flinks' token endpoint in the format the credential says.
 * @throws FlinksFailure; one that looks like the wrong format says which setting to try
 */
export async function fetchToken(
	context: NodeContext,
	app: AppCredential,
	grant: Grant,
	runtime: Runtime,
): Promise<Token> {
	const request = tokenApiRequest(grant, app);
	const once = async () => await send(context, app, grant, request, runtime.signal);
	const { body } = await attempt(request, once, runtime).catch((error: unknown) => {
		throw withFormatHint(asFailure(error), app);
	});
	return tokenIn(body, runtime.now());
}

async function send(
	context: NodeContext,
	app: AppCredential,
	grant: Grant,
	request: ApiRequest,
	signal: AbortSignal | undefined,
): Promise<Exchange> {
	try {
		const answer: unknown = await context.helpers.httpRequest({
			...tokenHttpOptions(grant, app),
			...(signal ? { abortSignal: signal } : {}),
		});
		return readAnswer(request, answer);
	} catch (error) {
		return exchangeOfThrown(error);
	}
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

function withFormatHint(error: FlinksFailure, { format }: AppCredential): FlinksFailure {
	const { status, code } = error.failure;
	if (status !== 415 && !(status === 400 && code === 'invalid_request')) return error;
	const others = Object.entries(FORMAT_NAMES).filter(([name]) => name !== format);
	const names = others.map(([, name]) => `'${name}'`).join(' or ');
	return new FlinksFailure({
		...error.failure,
		remedy: `Flinks may want to be asked in another way: open the credential and set 'Token Request Format' to ${names}. ${error.failure.remedy}`,
	});
}
