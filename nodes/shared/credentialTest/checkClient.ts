import type { AppCredential } from '../../../outbound/auth/appCredential';
import { PARTNER_SCOPE } from '../../../outbound/auth/appSession';
import { createBearerSession } from '../../../outbound/auth/bearerSession';
import { fetchToken } from '../../../outbound/auth/fetchToken';
import { asFailure } from '../../../outbound/auth/lostConnection';
import type { RequestSender } from '../../../outbound/auth/sender';
import type { Token } from '../../../outbound/auth/token';
import { withHostHint } from '../../../outbound/auth/tokenHints';
import { listActiveProviders } from '../../../outbound/endpoints/activeProviders';
import { listRecipients } from '../../../outbound/endpoints/recipients';
import type { Failure } from '../../../outbound/failure';
import { createClient } from '../../../outbound/http/client';
import type { Runtime } from '../../../outbound/http/runtime';

/** Whose client ID and secret these are, as the credential's *Client Type* says it. */
export type ClientType = 'partner' | 'recipient';

const grantOf = (type: ClientType) =>
	({
		grant_type: 'client_credentials',
		...(type === 'partner' ? { scope: PARTNER_SCOPE } : {}),
	}) as const;

/** A new token, or why there is none; never one that an earlier secret has earned. */
export async function askForToken(
	sender: RequestSender,
	app: AppCredential,
	type: ClientType,
	runtime: Runtime,
): Promise<Token | Failure> {
	try {
		return await fetchToken(sender, app, grantOf(type), runtime);
	} catch (error) {
		return asFailure(error).failure;
	}
}

/** The only codes of a refusal that another Client Type can cure; one more request tells. */
const MAY_BE_THE_TYPE: ReadonlySet<unknown> = new Set([
	'invalid_scope',
	'unauthorized_client',
	'access_denied',
]);

export async function isOfType(
	sender: RequestSender,
	app: AppCredential,
	type: ClientType,
	refusal: Failure,
	runtime: Runtime,
): Promise<boolean> {
	if (!MAY_BE_THE_TYPE.has(refusal.code)) return false;
	return 'accessToken' in (await askForToken(sender, app, type, runtime));
}

/** Asks the API host for something small. @returns what went wrong */
export async function checkApi(
	sender: RequestSender,
	app: AppCredential,
	type: ClientType,
	token: Token,
	runtime: Runtime,
): Promise<Failure | undefined> {
	const { api } = app.environment;
	const session = createBearerSession(
		sender,
		api,
		runtime,
		token,
		async () => await fetchToken(sender, app, grantOf(type), runtime),
	);
	const client = createClient(session, runtime);
	try {
		if (type === 'partner') await listRecipients(client);
		else await listActiveProviders(client, undefined);
		return undefined;
	} catch (error) {
		return withHostHint(asFailure(error), api, 'API Base URL').failure;
	}
}
