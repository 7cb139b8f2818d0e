import type { AppCredential } from '../../../outbound/auth/appCredential';
import { openAppSession } from '../../../outbound/auth/appSession';
import { createClient } from '../../../outbound/http/client';
import type { Access, Sending } from './access';
import { readApp } from './app';
import { opened } from './opened';

/** The recipient's own calls, and what its credential holds. */
export interface RecipientApp extends Sending {
	readonly app: AppCredential;
}

/** As a data recipient, with its App credential; Flinks names no scope for its own calls. */
export const recipientApp: Access<RecipientApp> = {
	properties: [],
	credential: () => 'flinksOutboundAppApi',
	open: async (host, atOnce) =>
		await opened(host, 'flinksOutboundAppApi', async () => {
			const app = await readApp(host, 'recipient');
			const runtime = host.runtime(atOnce);
			const client = createClient(openAppSession(host.context, app, runtime), runtime);
			return { app, client, runtime };
		}),
};
