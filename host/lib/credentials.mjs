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
 */
export const credentialsFor = (sandboxUrl, demo) => ({
	partner: {
		name: 'Flinks Outbound Partner account',
		type: 'flinksOutboundPartnerOAuth2Api',
		data: { ...at(sandboxUrl), clientId: demo.partnerId, clientSecret: demo.partnerSecret },
	},
	recipient: {
		name: 'Flinks Outbound Recipient account',
		type: 'flinksOutboundRecipientOAuth2Api',
		data: {
			...at(sandboxUrl),
			clientId: demo.recipientId,
			clientSecret: demo.recipientSecret,
			providerId: String(demo.providerId),
			scopes: ['ACCOUNT_DETAILED', 'TRANSACTIONS'],
			language: 'en',
			correlationId: '',
		},
	},
});

/**
 * Creates both credentials, or points the ones of an earlier start to where the sandbox is now.
 * @returns {Promise<{partner: string, recipient: string}>} their IDs
 */
export async function saveCredentials(n8n, sandboxUrl, known) {
	const { data: demo } = await axios.get(`${sandboxUrl}/sandbox/demo`, { proxy: false });
	const ids = {};
	for (const [role, credential] of Object.entries(credentialsFor(sandboxUrl, demo))) {
		const saved = known[role]
			? await n8n.updateCredential(known[role], credential)
			: await n8n.createCredential(credential);
		ids[role] = saved.id;
	}
	return ids;
}
