import axios from 'axios';

const at = (sandboxUrl) => ({
	environment: 'custom',
	apiBaseUrl: sandboxUrl,
	authorizationBaseUrl: sandboxUrl,
	authentication: 'body',
});

/**
 * The credentials as a person would fill them in. The names are the ones n8n proposes, so that the
 * workflow templates find them.
 * @param {object} demo the ids and secrets that every sandbox knows
 * @param {{redirectUri: string, connectionKey: string}} [returning] where customers come back to, and
 * what seals their connections; without it there is no App credential
 */
export const credentialsFor = (sandboxUrl, demo, returning) => ({
	partner: {
		name: 'Flinks Outbound Partner (Registrations) account',
		type: 'flinksOutboundPartnerOAuth2Api',
		data: { ...at(sandboxUrl), clientId: demo.partnerId, clientSecret: demo.partnerSecret },
	},
	recipient: {
		name: 'Flinks Outbound Recipient (One Customer) account',
		type: 'flinksOutboundRecipientOAuth2Api',
		data: {
			...at(sandboxUrl),
			clientId: demo.recipientId,
			clientSecret: demo.recipientSecret,
			providerId: String(demo.providerId),
			// As *Everything* of *Consent To*: every node has something to show.
			scope:
				'ACCOUNT_BASIC ACCOUNT_DETAILED ACCOUNT_PAYMENTS CUSTOMER_CONTACT CUSTOMER_PERSONAL INVESTMENTS STATEMENTS TRANSACTIONS',
			language: 'en',
			correlationId: '',
		},
	},
	...(returning && { app: appCredential(sandboxUrl, demo, returning) }),
});

const appCredential = (sandboxUrl, demo, { redirectUri, connectionKey }) => ({
	name: 'Flinks Outbound App (Many Customers) account',
	type: 'flinksOutboundAppApi',
	data: {
		environment: 'custom',
		apiBaseUrl: sandboxUrl,
		authorizationBaseUrl: sandboxUrl,
		clientType: 'recipient',
		clientId: demo.recipientId,
		clientSecret: demo.recipientSecret,
		requestFormat: 'json',
		redirectUri,
		connectionKey,
		previousConnectionKey: '',
	},
});

/**
 * Creates the credentials, or points the ones of an earlier start to where the sandbox is now.
 * @returns {Promise<{partner: string, recipient: string, app: string}>} their IDs
 */
export async function saveCredentials(n8n, sandboxUrl, known, returning) {
	const { data: demo } = await axios.get(`${sandboxUrl}/sandbox/demo`, { proxy: false });
	const ids = {};
	for (const [role, credential] of Object.entries(credentialsFor(sandboxUrl, demo, returning))) {
		const saved = known[role]
			? await n8n.updateCredential(known[role], credential)
			: await n8n.createCredential(credential);
		ids[role] = saved.id;
	}
	return ids;
}
