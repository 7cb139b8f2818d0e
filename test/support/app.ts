import { FlinksOutboundAppApi } from '../../credentials/FlinksOutboundAppApi.credentials';
import { FlinksOutboundPartnerOAuth2Api } from '../../credentials/FlinksOutboundPartnerOAuth2Api.credentials';
import { DEMO, type Sandbox } from '../../sandbox';
import { createCredentialStore, type StoredCredential } from '../engine/harness';
import { newKey } from './sealing';

export const REDIRECT = 'http://localhost:5678/webhook/flinks-callback';
export const CONNECTION_KEY = newKey();
export const NEW_KEY = newKey();

/** A recipient's App credential, pointed at a sandbox. */
export function appCredential(
	sandbox: Pick<Sandbox, 'url'>,
	overrides: Record<string, string> = {},
): StoredCredential {
	return createCredentialStore([
		new FlinksOutboundAppApi(),
		new FlinksOutboundPartnerOAuth2Api(),
	]).add('flinksOutboundAppApi', {
		environment: 'custom',
		apiBaseUrl: sandbox.url,
		clientType: 'recipient',
		clientId: DEMO.recipientId,
		clientSecret: DEMO.recipientSecret,
		redirectUri: REDIRECT,
		connectionKey: CONNECTION_KEY,
		...overrides,
	});
}

/** The same for a partner. */
export function partnerApp(
	sandbox: Pick<Sandbox, 'partner' | 'url'>,
	overrides: Record<string, string> = {},
): StoredCredential {
	return appCredential(sandbox, { clientType: 'partner', ...sandbox.partner, ...overrides });
}
