import { randomUUID } from 'node:crypto';

import type { AppCredential } from '../auth/appCredential';
import { fetchToken } from '../auth/fetchToken';
import { asFailure } from '../auth/lostConnection';
import type { NodeContext } from '../auth/nodeContext';
import type { Failure } from '../failure';
import { FlinksFailure } from '../failure';
import type { Runtime } from '../http/runtime';
import type { Connection } from './connection';
import { codeVerifier } from './pkce';
import type { StateContent } from './state';

/**
 * Turns the code of a consent into a connection. The code goes out once: only where Flinks provably
 * did not see it, it is sent again.
 * @throws FlinksFailure
 */
export async function exchangeCode(
	context: NodeContext,
	app: AppCredential,
	link: StateContent,
	code: string,
	runtime: Runtime,
): Promise<Connection> {
	const grant = {
		grant_type: 'authorization_code',
		code,
		redirect_uri: app.redirectUri,
		...(link.pkce === true ? { code_verifier: codeVerifier(app, link.nonce) } : {}),
	} as const;
	const token = await fetchToken(context, app, grant, runtime).catch((error: unknown) => {
		throw new FlinksFailure(inPlainWords(asFailure(error).failure));
	});
	if (token.refreshToken === undefined) throw new FlinksFailure(NO_REFRESH_TOKEN);
	const { reference, requestedProviderId, requestedScope, language } = link;
	return {
		connectionId: randomUUID(),
		requestedProviderId,
		refreshToken: token.refreshToken,
		accessToken: token.accessToken,
		...(token.expiresAt === undefined ? {} : { accessTokenExpiresAt: token.expiresAt }),
		...(token.scope === undefined ? {} : { scope: token.scope }),
		requestedScope,
		reference,
		connectedAt: new Date(runtime.now()).toISOString(),
		...(language === undefined ? {} : { language }),
	};
}

/** After these Flinks still knows the code, or never saw it: the same callback may be tried again. */
const CODE_UNTOUCHED: ReadonlySet<Failure['kind']> = new Set([
	'cancelled',
	'credential-refused',
	'rate-limited',
	'unreachable',
	'unsupported',
]);

/** Whether the customer's link may be used once more after this failure. */
export function leavesCodeUsable({ kind, ambiguous, code }: Failure): boolean {
	if (ambiguous === true) return false;
	return CODE_UNTOUCHED.has(kind) || code === 'invalid_request';
}

function inPlainWords(failure: Failure): Failure {
	if (failure.code === 'invalid_grant') {
		return {
			...failure,
			kind: 'not-connected',
			title: 'This consent was already used, or the customer came back too late',
			remedy:
				"This callback made no connection; an earlier one of the same link may have. Look for its link ID first. Send the customer a new authorization link. If that fails in the same way, check that 'Redirect URI' in the credential is exactly the one that is registered at Flinks.",
		};
	}
	if (failure.ambiguous !== true) return failure;
	return {
		...failure,
		remedy:
			'A consent can be turned into a connection only once, so it was not tried again. Send the customer a new authorization link.',
	};
}

const NO_REFRESH_TOKEN: Failure = {
	kind: 'unexpected-answer',
	title: 'Flinks gave an access token but no refresh token, so the connection could not be kept',
	remedy: 'Ask Flinks support to allow refresh tokens for this recipient, then send a new link.',
};
