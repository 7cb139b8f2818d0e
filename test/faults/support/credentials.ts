import { FlinksOutboundAppApi } from '../../../credentials/FlinksOutboundAppApi.credentials';
import { FlinksOutboundPartnerOAuth2Api } from '../../../credentials/FlinksOutboundPartnerOAuth2Api.credentials';
import { FlinksOutboundRecipientOAuth2Api } from '../../../credentials/FlinksOutboundRecipientOAuth2Api.credentials';
import type { Sandbox } from '../../../sandbox';
import { DEMO } from '../../../sandbox';
import type { StoredCredential } from '../../engine/harness';
import { createCredentialStore } from '../../engine/harness';
import { newKey } from '../../support/sealing';

/** Seals the connections of the tests. */
export const CONNECTION_KEY = newKey();

export const REDIRECT = 'http://localhost:5678/webhook/flinks-return';

/** Each credential is made when asked for, in a store of its own, with Flinks at `apiBaseUrl`. */
export interface Credentials {
	/** Where Flinks is for all of them. */
	readonly url: string;
	partner(): Record<string, StoredCredential>;
	/** After Connect; the token is good for `expiresInS` seconds more. */
	recipient(expiresInS?: number): Record<string, StoredCredential>;
	app(client: 'partner' | 'recipient'): Record<string, StoredCredential>;
}

export function credentialsAt(apiBaseUrl: string, sandbox: Sandbox): Credentials {
	const environment = { environment: 'custom', apiBaseUrl };
	const partner = { clientId: DEMO.partnerId, clientSecret: DEMO.partnerSecret };
	const recipient = { clientId: DEMO.recipientId, clientSecret: DEMO.recipientSecret };
	const add = (name: string, data: Parameters<ReturnType<typeof newStore>['add']>[1]) => {
		const store = newStore();
		return { store, credential: store.add(name, { ...environment, ...data }) };
	};
	return {
		url: apiBaseUrl,
		partner: () => {
			const name = 'flinksOutboundPartnerOAuth2Api';
			return { [name]: add(name, partner).credential };
		},
		recipient: (expiresInS = 299) => {
			const name = 'flinksOutboundRecipientOAuth2Api';
			const { accessToken, refreshToken } = sandbox.connect({ recipientId: DEMO.recipientId });
			const { store, credential } = add(name, {
				...recipient,
				providerId: String(DEMO.providerId),
				scope: 'ACCOUNT_BASIC ACCOUNT_DETAILED TRANSACTIONS',
			});
			store.setTokenData(credential, {
				access_token: accessToken,
				refresh_token: refreshToken,
				token_type: 'Bearer',
				expires_in: 299,
				n8n_expires_at: String(Date.now() + expiresInS * 1000),
			});
			return { [name]: credential };
		},
		app: (client) => {
			const name = 'flinksOutboundAppApi';
			const chosen = client === 'partner' ? partner : recipient;
			const data = {
				...chosen,
				clientType: client,
				connectionKey: CONNECTION_KEY,
				redirectUri: REDIRECT,
			};
			return { [name]: add(name, data).credential };
		},
	};
}

const newStore = () =>
	createCredentialStore([
		new FlinksOutboundAppApi(),
		new FlinksOutboundPartnerOAuth2Api(),
		new FlinksOutboundRecipientOAuth2Api(),
	]);
