/**
 * An OAuth client that nobody here wrote asks the sandbox for all three grants.
 * Usage: node openid-client.mjs SANDBOX_URL CREDENTIALS_JSON; prints what it got as JSON.
 */
import * as client from 'openid-client';

const [url, credentials] = process.argv.slice(2);
const { partner, recipient, method } = JSON.parse(credentials);
const authenticate = method === 'basic' ? client.ClientSecretBasic : client.ClientSecretPost;

function configure({ id, secret }) {
	const server = {
		issuer: url,
		authorization_endpoint: `${url}/api/v1/authorize`,
		token_endpoint: `${url}/api/v1/token`,
	};
	const configuration = new client.Configuration(server, id, {}, authenticate(secret));
	client.allowInsecureRequests(configuration);
	return configuration;
}

const admin = await client.clientCredentialsGrant(configure(partner), { scope: 'client:admin' });

const own = configure(recipient);
const state = client.randomState();
const pkceCodeVerifier = client.randomPKCECodeVerifier();
const address = client.buildAuthorizationUrl(own, {
	redirect_uri: 'http://127.0.0.1:5678/callback',
	scope: 'ACCOUNT_BASIC ACCOUNT_DETAILED',
	provider_id: '1000',
	code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
	code_challenge_method: 'S256',
	state,
});
const page = await (await fetch(address)).text();
const [, ticket] = /name="ticket" value="(.+?)"/.exec(page);
const answer = await fetch(`${url}/consent`, {
	method: 'POST',
	redirect: 'manual',
	body: new URLSearchParams({ ticket, decision: 'allow', customer: 'camille' }),
});
const callback = new URL(answer.headers.get('location'));
const tokens = await client.authorizationCodeGrant(own, callback, {
	expectedState: state,
	pkceCodeVerifier,
});
const refreshed = await client.refreshTokenGrant(own, tokens.refresh_token);
const accounts = await client.fetchProtectedResource(
	own,
	refreshed.access_token,
	new URL(`${url}/api/fdx/5/accounts`),
	'GET',
);
let refusal = '';
try {
	await client.refreshTokenGrant(own, 'not-a-token');
} catch (error) {
	refusal = error.error;
}
process.stdout.write(
	JSON.stringify({
		admin: admin.token_type,
		scope: tokens.scope,
		expiresIn: refreshed.expires_in,
		accounts: (await accounts.json()).accounts.length,
		refusal,
	}),
);
