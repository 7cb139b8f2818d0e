import { FlinksFailure } from '../failure';
import { keepsSecrets } from './baseUrl';

/**
 * Checks where n8n is about to send the client secret or the refresh token. The credential's own field
 * refuses plain http, but n8n can put another address in its place: its operator's for all credentials
 * (CREDENTIALS_OVERWRITE_DATA), and in 1.123 and 2.0 also one that was stored over its API.
 * @throws FlinksFailure naming the address's flaw, never the address
 */
export function checkTokenAddress(address: unknown): void {
	if (typeof address !== 'string' || keepsSecrets(address.trim())) return;
	throw new FlinksFailure({
		kind: 'credential-refused',
		title: "The 'Access Token URL' of the credential must start with https://",
		remedy:
			'Check the base URLs of the credential. If they are right, whoever runs n8n has set this address for all credentials (CREDENTIALS_OVERWRITE_DATA), or stored it over the API of n8n: have it corrected there. No secret was sent to it.',
	});
}
