import http from 'node:http';
import { type AddressInfo } from 'node:net';

import { FlinksOutboundAppApi } from '../../credentials/FlinksOutboundAppApi.credentials';
import { FlinksOutboundPartnerOAuth2Api } from '../../credentials/FlinksOutboundPartnerOAuth2Api.credentials';
import { FlinksOutboundRecipientOAuth2Api } from '../../credentials/FlinksOutboundRecipientOAuth2Api.credentials';
import { FlinksConnectCustomer } from '../../nodes/FlinksConnectCustomer/FlinksConnectCustomer.node';
import { FlinksDataRecipients } from '../../nodes/FlinksDataRecipients/FlinksDataRecipients.node';
import { FlinksGetAccounts } from '../../nodes/FlinksGetAccounts/FlinksGetAccounts.node';
import { startSandbox, type Sandbox } from '../../sandbox';
import { credentialsFor } from '../support/flinks';
import { createCredentialStore, runNode, testCredential } from './harness';
import { HarnessCredentialsHelper } from './harness/credentialsHelper';

let sandbox: Sandbox;
beforeEach(async () => {
	sandbox = await startSandbox();
});
afterEach(async () => await sandbox.close());

const partnerWith = (overrides: Record<string, string>) => {
	const store = createCredentialStore([
		new FlinksOutboundPartnerOAuth2Api(),
		new FlinksOutboundAppApi(),
	]);
	const data = {
		environment: 'custom',
		apiBaseUrl: sandbox.url,
		clientId: sandbox.partner.clientId,
		clientSecret: sandbox.partner.clientSecret,
		clientType: 'partner',
		...overrides,
	};
	return [
		store.add('flinksOutboundPartnerOAuth2Api', data),
		store.add('flinksOutboundAppApi', data),
	];
};

describe('the test of a credential', () => {
	it('passes with the right secret, sent in the body or as a header', async () => {
		for (const authentication of ['body', 'header']) {
			for (const credential of partnerWith({ authentication })) {
				expect(await testCredential(credential, [new FlinksConnectCustomer()])).toMatchObject({
					status: 'OK',
				});
			}
		}
	});

	it('says at once that a secret is wrong', async () => {
		for (const credential of partnerWith({ clientSecret: 'wrong' })) {
			const { status, message } = await testCredential(credential, [new FlinksConnectCustomer()]);
			expect(status).toBe('Error');
			expect(message).toMatch(/client (authentication|id)/i);
			expect(message).not.toContain('wrong');
		}
	});
});

describe('an address without https that is not this computer', () => {
	/** Stands for a host elsewhere: same machine, but under a name that is not loopback. */
	async function withListener(work: (port: number) => Promise<void>): Promise<number> {
		let connections = 0;
		const server = http.createServer((_, response) => response.end());
		server.on('connection', () => (connections += 1));
		await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
		try {
			await work((server.address() as AddressInfo).port);
		} finally {
			server.close();
		}
		return connections;
	}

	it.each([
		'http://0.0.0.0:PORT',
		'http://127.0.0.1.nip.example:PORT',
		'http://localhost.evil:PORT',
	])('%s is refused by the credential test before the secret is sent', async (address) => {
		const connections = await withListener(async (port) => {
			for (const credential of partnerWith({ apiBaseUrl: address.replace('PORT', String(port)) })) {
				const { status, message } = await testCredential(credential, [new FlinksConnectCustomer()]);
				expect(status).toBe('Error');
				expect(message).toMatch(/must.start.with.https/);
			}
		});
		expect(connections).toBe(0);
	});

	it('is refused by the node in plain words', async () => {
		const connections = await withListener(async (port) => {
			const { recipient } = credentialsFor(sandbox, { apiBaseUrl: `http://0.0.0.0:${port}` });
			const { errorObject } = await runNode({
				node: new FlinksGetAccounts(),
				credentials: { flinksOutboundRecipientOAuth2Api: recipient },
			});
			expect(errorObject).toMatchObject({ message: expect.stringMatching(/API Base URL.*https/) });
		});
		expect(connections).toBe(0);
	});

	it.each([
		[new FlinksOutboundRecipientOAuth2Api(), new FlinksGetAccounts()],
		[new FlinksOutboundPartnerOAuth2Api(), new FlinksDataRecipients()],
	])('in the place of the token address gets no secret from a node', async (type, node) => {
		const connections = await withListener(async (port) => {
			// As n8n reads the credential where its operator has set that address for all of them.
			const properties = type.properties.map((field) =>
				field.name === 'accessTokenUrl'
					? { ...field, default: `http://0.0.0.0:${port}/api/v1/token` }
					: field,
			);
			const stored = createCredentialStore([{ ...type, properties }]).add(type.name, {
				environment: 'custom',
				apiBaseUrl: sandbox.url,
				clientId: sandbox.partner.clientId,
				clientSecret: sandbox.partner.clientSecret,
				oauthTokenData: { access_token: 'gone', refresh_token: 'canary-refresh' },
			});
			const { errorObject } = await runNode({ node, credentials: { [type.name]: stored } });
			expect(errorObject).toMatchObject({
				message: "The 'Access Token URL' of the credential must start with https://",
				description: expect.stringContaining('CREDENTIALS_OVERWRITE_DATA'),
			});
		});
		expect(connections).toBe(0);
	});

	it('is fine on this computer', async () => {
		const { port } = new URL(sandbox.url);
		for (const host of ['127.0.0.1', 'localhost']) {
			for (const credential of partnerWith({ apiBaseUrl: `http://${host}:${port}/` })) {
				expect(await testCredential(credential, [new FlinksConnectCustomer()])).toMatchObject({
					status: 'OK',
				});
			}
		}
	});
});

describe('the test of a partner credential, after it has a token', () => {
	/** An API host of its own; the token comes from the sandbox. */
	async function answering(
		status: number,
		headers: http.OutgoingHttpHeaders,
		work: (apiBaseUrl: string) => Promise<void>,
		body = '{}',
	): Promise<number> {
		let asked = 0;
		const server = http.createServer((_, response) => {
			asked += 1;
			response.writeHead(status, headers).end(body);
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		try {
			await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
			return asked;
		} finally {
			server.closeAllConnections();
			server.close();
		}
	}

	const pressAt = async (apiBaseUrl: string) => {
		const [partner] = partnerWith({ apiBaseUrl, authorizationBaseUrl: sandbox.url });
		if (partner === undefined) throw new Error('No partner');
		return await testCredential(partner);
	};

	it.each([
		[400, /does not take it at the API Base URL/],
		[401, /does not take it at the API Base URL/],
		[403, /of the kind that this credential is for/],
		[404, /There is no Flinks Outbound at this address/],
		[405, /There is no Flinks Outbound at this address/],
		[429, /Wait a minute, then test again/],
		[500, /not available at the moment/],
		[503, /not available at the moment/],
	])('says what %i means', async (status, expected) => {
		await answering(status, {}, async (apiBaseUrl) => {
			const result = await pressAt(apiBaseUrl);
			expect(result).toMatchObject({ status: 'Error', message: expect.stringMatching(expected) });
			expect(result.message).toMatch(/\.$/);
		});
	});

	it.each([301, 302, 303, 307, 308])('sends its token to no other address: %i', async (status) => {
		const elsewhere = await answering(200, {}, async (target) => {
			await answering(status, { location: target }, async (apiBaseUrl) => {
				expect(await pressAt(apiBaseUrl)).toMatchObject({
					status: 'Error',
					message: expect.stringContaining('was not followed'),
				});
			});
		});
		expect(elsewhere).toBe(0);
	});
});

describe('a new recipient credential with nothing but defaults', () => {
	const decrypted = async (data: Record<string, string>) => {
		const store = createCredentialStore([new FlinksOutboundRecipientOAuth2Api()]);
		const { id, name, type } = store.add('flinksOutboundRecipientOAuth2Api', data);
		const helper = new HarnessCredentialsHelper(store);
		return await helper.getDecrypted({} as never, { id, name }, type, 'internal');
	};

	it('asks for what Get Accounts needs with its defaults', async () => {
		expect(await decrypted({ providerId: '1000' })).toMatchObject({
			scope: 'ACCOUNT_BASIC ACCOUNT_DETAILED',
			authUrl: 'https://api.flinks.io/api/v1/authorize?provider_id=1000&lang=en',
			accessTokenUrl: 'https://api.flinks.io/api/v1/token',
			authQueryParameters: '',
		});
	});

	it('asks for what is chosen, and for nothing else', async () => {
		const chosen = { scope: 'ACCOUNT_BASIC', providerId: ' 2 & 3 ', language: 'fr' };
		expect(await decrypted({ ...chosen, correlationId: ' a b ' })).toMatchObject({
			scope: 'ACCOUNT_BASIC',
			authUrl:
				'https://api.flinks.io/api/v1/authorize?provider_id=2%20%26%203&lang=fr&correlation_id=a%20b',
		});
	});

	it('sends nobody to an address in the clear', async () => {
		const far = { environment: 'custom', apiBaseUrl: 'http://flinks.example', providerId: '1' };
		expect(await decrypted(far)).toMatchObject({
			authUrl: 'the-base-url-must-start-with-https:',
			accessTokenUrl: 'the-base-url-must-start-with-https:',
		});
	});
});
