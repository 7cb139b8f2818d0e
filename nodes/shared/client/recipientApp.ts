import type { AppCredential } from '../../../outbound/auth/appCredential';
import { openAppSession } from '../../../outbound/auth/appSession';
import { createClient } from '../../../outbound/http/client';
import type { Outcome } from '../../../outbound/outcome';
import { done, valueOf } from '../../../outbound/outcome';
import { readyToConnect } from '../../../outbound/connections/readyApp';
import type { Host } from '../host/host';
import type { Access, Sending } from './access';
import { readApp } from './app';
import { opened } from './opened';

/** The recipient's own calls, and what its credential holds. */
export interface RecipientApp extends Sending {
	readonly app: AppCredential;
}

/** As a data recipient, with its App credential; Flinks names no scope for its own calls. */
export const recipientApp: Access<RecipientApp> = accessWith((app) => app);

/** The same, where connections are made: redirect URI and key are checked before anything goes out. */
export const connectingApp: Access<RecipientApp> = accessWith((app) =>
	valueOf(readyToConnect(done(app))),
);

/** The App credential of a data recipient, read and checked; nothing is sent. */
export async function openApp(host: Host): Promise<Outcome<AppCredential>> {
	return await opened(host, 'flinksOutboundAppApi', async () => await readApp(host, 'recipient'));
}

function accessWith(checked: (app: AppCredential) => AppCredential): Access<RecipientApp> {
	return {
		properties: [],
		credential: () => 'flinksOutboundAppApi',
		open: async (host, atOnce) =>
			await opened(host, 'flinksOutboundAppApi', async () => {
				const app = checked(await readApp(host, 'recipient'));
				const runtime = host.runtime(atOnce);
				const client = createClient(openAppSession(host.context, app, runtime), runtime);
				return { app, client, runtime };
			}),
	};
}
