import http from 'node:http';
import { type AddressInfo } from 'node:net';

import { FlinksOutboundAppApi } from '../../credentials/FlinksOutboundAppApi.credentials';
import { FlinksOutboundPartnerOAuth2Api } from '../../credentials/FlinksOutboundPartnerOAuth2Api.credentials';
import { FlinksGetAccounts } from '../../nodes/FlinksGetAccounts/FlinksGetAccounts.node';
import { startSandbox, type Sandbox } from '../../sandbox';
import { credentialsFor } from '../support/flinks';
import { createCredentialStore, runNode, testCredential } from './harness';

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
				expect(await testCredential(credential)).toMatchObject({ status: 'OK' });
			}
		}
	});

	it('says at once that a secret is wrong', async () => {
		for (const credential of partnerWith({ clientSecret: 'wrong' })) {
			const { status, message } = await testCredential(credential);
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
				const { status, message } = await testCredential(credential);
				expect(status).toBe('Error');
				expect(message).toContain('the-base-url-must-start-with-https');
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

	it('is fine on this computer', async () => {
		const { port } = new URL(sandbox.url);
		for (const host of ['127.0.0.1', 'localhost']) {
			for (const credential of partnerWith({ apiBaseUrl: `http://${host}:${port}/` })) {
				expect(await testCredential(credential)).toMatchObject({ status: 'OK' });
			}
		}
	});
});
