import { randomBytes } from 'node:crypto';
import { connect } from '../../host/lib/consent.mjs';
import { credentialsFor } from '../../host/lib/credentials.mjs';

/** Seals the connections of the job with many customers. */
export const CONNECTION_KEY = randomBytes(48).toString('base64');

/** All six accounts of a customer, the investment accounts too. */
const SCOPE = 'ACCOUNT_BASIC ACCOUNT_DETAILED TRANSACTIONS STATEMENTS INVESTMENTS';

const generic = (url, { grantType, clientId, clientSecret, scope, query = '' }) => ({
	grantType,
	authUrl: `${url}/api/v1/authorize`,
	accessTokenUrl: `${url}/api/v1/token`,
	clientId,
	clientSecret,
	scope,
	authQueryParameters: query,
	authentication: 'body',
});

/** What n8n's HTTP Request node is given, as a person would who knows Flinks' documentation. */
const genericCredentials = (url, demo) => ({
	genericPartner: {
		type: 'oAuth2Api',
		data: generic(url, {
			grantType: 'clientCredentials',
			clientId: demo.partnerId,
			clientSecret: demo.partnerSecret,
			scope: 'client:admin',
		}),
	},
	genericRecipient: {
		type: 'oAuth2Api',
		data: generic(url, {
			grantType: 'authorizationCode',
			clientId: demo.recipientId,
			clientSecret: demo.recipientSecret,
			scope: SCOPE,
			query: `provider_id=${demo.providerId}`,
		}),
	},
});

const appCredential = (url, demo) => ({
	app: {
		type: 'flinksOutboundAppApi',
		data: {
			environment: 'custom',
			apiBaseUrl: url,
			authorizationBaseUrl: url,
			clientType: 'recipient',
			clientId: demo.recipientId,
			clientSecret: demo.recipientSecret,
			requestFormat: 'json',
			connectionKey: CONNECTION_KEY,
		},
	},
});

const NEED_CONSENT = ['recipient', 'genericRecipient', 'loop', 'plainLoop'];

/**
 * The credentials of those roles for one sandbox, connected through its consent page where needed.
 * @returns {Promise<Record<string, object>>} by role, as a node's `credentials` wants them
 */
export async function createCredentials(n8n, name, { url, demo }, roles) {
	const { partner, recipient } = credentialsFor(url, demo);
	const data = { ...recipient.data, scope: SCOPE };
	const generics = genericCredentials(url, demo);
	const known = {
		partner,
		recipient: { ...recipient, data },
		// Ours in every field, for the bare loop (bench/probe).
		loop: { type: 'benchRecipientOAuth2Api', data },
		...generics,
		plainLoop: { ...generics.genericRecipient, type: 'benchPlainOAuth2Api' },
		...appCredential(url, demo),
	};
	const made = {};
	for (const role of roles) {
		const { type, data } = known[role];
		const { id } = await n8n.createCredential({ name: `${name} ${role}`, type, data });
		if (NEED_CONSENT.includes(role)) await connect(n8n, id);
		made[role] = { [type]: { id, name: `${name} ${role}` } };
	}
	return made;
}
