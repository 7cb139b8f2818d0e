import type { Runtime } from '../http/runtime';
import { appSecrets, keepPaceOf, type AppCredential } from './appCredential';
import { createBearerSession } from './bearerSession';
import { fetchToken } from './fetchToken';
import type { RequestSender } from './sender';
import type { Session } from '../http/session';
import { rememberedToken, rememberToken } from './tokenMemory';

/** The scope of partner endpoints; for a recipient's own calls Flinks names none. */
export const PARTNER_SCOPE = 'client:admin';

/**
 * A session with the App credential's own `client_credentials` token: one token request per expiry,
 * also over the runs of a workflow, since the token stays in memory while n8n runs.
 */
export function openAppSession(
	context: RequestSender,
	app: AppCredential,
	runtime: Runtime,
	scope?: string,
): Session {
	const grant = { grant_type: 'client_credentials', ...(scope ? { scope } : {}) } as const;
	keepPaceOf(app, runtime);
	return createBearerSession(
		context,
		app.environment.api,
		runtime,
		rememberedToken(app, scope, runtime.now()),
		async () => {
			const token = await fetchToken(context, app, grant, runtime);
			rememberToken(app, scope, token);
			return token;
		},
		() => appSecrets(app),
	);
}
