/** The people and the bank that every freshly seeded sandbox knows. */
const PARTNER = { clientId: 'partner-demo', clientSecret: 'partner-demo-secret' };
const MAPLE_BUDGET = {
	clientId: 'dc-maplebudgetdemo0000000001',
	clientSecret: 'maple-budget-secret',
};
const PROVIDER_ID = '1000';

const at = (sandboxUrl) => ({
	environment: 'custom',
	apiBaseUrl: sandboxUrl,
	authorizationBaseUrl: sandboxUrl,
	authentication: 'body',
});

/**
 * The credentials as a person would fill them in. The names are the ones n8n proposes, so that the
 * workflow templates find them.
 */
export const credentialsFor = (sandboxUrl) => ({
	partner: {
		name: 'Flinks Outbound Partner account',
		type: 'flinksOutboundPartnerOAuth2Api',
		data: { ...at(sandboxUrl), ...PARTNER },
	},
	recipient: {
		name: 'Flinks Outbound Recipient account',
		type: 'flinksOutboundRecipientOAuth2Api',
		data: {
			...at(sandboxUrl),
			...MAPLE_BUDGET,
			providerId: PROVIDER_ID,
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
	const ids = {};
	for (const [role, credential] of Object.entries(credentialsFor(sandboxUrl))) {
		const saved = known[role]
			? await n8n.updateCredential(known[role], credential)
			: await n8n.createCredential(credential);
		ids[role] = saved.id;
	}
	return ids;
}
