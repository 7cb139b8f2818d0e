import { openAppSession, PARTNER_SCOPE } from '../../../outbound/auth/appSession';
import { openOAuth2Session } from '../../../outbound/auth/oauth2Session';
import { createClient } from '../../../outbound/http/client';
import type { Runtime } from '../../../outbound/http/runtime';
import type { Session } from '../../../outbound/http/session';
import type { Outcome } from '../../../outbound/outcome';

import type { Host } from '../host/host';
import type { CredentialName, Sending } from './access';
import { readApp } from './app';
import { opened } from './opened';

/** A client with a credential of which n8n keeps the token, or with a partner's App credential. */
export async function openClient(
	host: Host,
	credential: CredentialName,
	atOnce?: number,
): Promise<Outcome<Sending>> {
	const runtime = host.runtime(atOnce);
	return await opened(host, credential, async () => {
		const client = createClient(await openSession(host, credential, runtime), runtime);
		return { client, runtime };
	});
}

async function openSession(
	host: Host,
	credential: CredentialName,
	runtime: Runtime,
): Promise<Session> {
	if (credential !== 'flinksOutboundAppApi') {
		return await openOAuth2Session(host.context, credential, runtime);
	}
	const app = await readApp(host, 'partner');
	return openAppSession(host.context, app, runtime, PARTNER_SCOPE);
}
