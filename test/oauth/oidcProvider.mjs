// An authorization server that nobody here wrote (https://github.com/panva/node-oidc-provider), put at
// the paths of Flinks. Configured by one JSON argument; tells its parent process its address, and what
// became of each token request.
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

import { jsonAsForm } from './bodies.mjs';
import { resources } from './resources.mjs';

const { clientId, clientSecret, redirectUri, authMethod, rotate, pkce } = JSON.parse(
	process.argv[2],
);

const server = createServer();
server.listen(0, '127.0.0.1', () => {
	const url = `http://127.0.0.1:${server.address().port}`;
	const provider = new Provider(url, {
		clients: [
			{
				client_id: clientId,
				client_secret: clientSecret,
				redirect_uris: [redirectUri],
				grant_types: ['authorization_code', 'refresh_token', 'client_credentials'],
				response_types: ['code'],
				token_endpoint_auth_method: authMethod,
			},
		],
		scopes: ['ACCOUNT_BASIC', 'ACCOUNT_DETAILED', 'TRANSACTIONS'],
		extraParams: ['provider_id', 'correlation_id', 'lang'],
		features: { clientCredentials: { enabled: true } },
		routes: { authorization: '/api/v1/authorize', token: '/api/v1/token' },
		pkce: { required: () => pkce === true, methods: ['S256'] },
		issueRefreshToken: () => true,
		rotateRefreshToken: rotate,
		// Less than the 30 s before which a token is renewed: every run renews.
		ttl: { AccessToken: 20, ClientCredentials: 20 },
		cookies: { keys: ['only for tests'] },
	});
	const told = (event) => (ctx) => process.send({ event, grant: ctx.oidc.params?.grant_type });
	provider.on('grant.success', told('granted'));
	provider.on('grant.error', told('refused'));
	provider.use(jsonAsForm);
	provider.use(resources(provider));
	server.on('request', provider.callback());
	process.on('message', () => process.send({ echo: true }));
	process.send({ url });
});
