import type { Access, Sending } from './access';
import { openClient } from './openClient';

/** As the one customer who gave consent in the credential itself. */
export const connectedAccount: Access<Sending> = {
	properties: [],
	credential: () => 'flinksOutboundRecipientOAuth2Api',
	open: async (host, atOnce) => await openClient(host, 'flinksOutboundRecipientOAuth2Api', atOnce),
};
