import { FlinksOutboundPartnerOAuth2Api } from '../../credentials/FlinksOutboundPartnerOAuth2Api.credentials';
import { FlinksOutboundRecipientOAuth2Api } from '../../credentials/FlinksOutboundRecipientOAuth2Api.credentials';
import type { Sandbox } from '../../sandbox';
import { DEMO } from '../../sandbox';
import type { CredentialStore, StoredCredential } from '../engine/harness';
import { createCredentialStore } from '../engine/harness';

/** The package's credentials, stored as n8n stores them and pointed at a sandbox. */
export interface Credentials {
	readonly store: CredentialStore;
	readonly partner: StoredCredential;
	/** As after Connect: consent given, tokens stored. */
	readonly recipient: StoredCredential;
}

export function credentialsFor(
	sandbox: Sandbox,
	overrides: Record<string, string> = {},
): Credentials {
	const store = createCredentialStore([
		new FlinksOutboundPartnerOAuth2Api(),
		new FlinksOutboundRecipientOAuth2Api(),
	]);
	const { accessToken, refreshToken } = sandbox.connect({ recipientId: DEMO.recipientId });
	const recipient = store.add('flinksOutboundRecipientOAuth2Api', {
		environment: 'custom',
		apiBaseUrl: sandbox.url,
		clientId: DEMO.recipientId,
		clientSecret: DEMO.recipientSecret,
		providerId: String(DEMO.providerId),
		scope: 'ACCOUNT_BASIC ACCOUNT_DETAILED TRANSACTIONS',
		...overrides,
	});
	store.setTokenData(recipient, {
		access_token: accessToken,
		refresh_token: refreshToken,
		token_type: 'Bearer',
		expires_in: 299,
		n8n_expires_at: String(Date.now() + 299_000),
	});
	return {
		store,
		recipient,
		partner: store.add('flinksOutboundPartnerOAuth2Api', {
			environment: 'custom',
			apiBaseUrl: sandbox.url,
			clientId: sandbox.partner.clientId,
			clientSecret: sandbox.partner.clientSecret,
			...overrides,
		}),
	};
}
