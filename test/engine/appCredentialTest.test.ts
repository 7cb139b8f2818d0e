import http from 'node:http';
import { type AddressInfo } from 'node:net';

import { FlinksConnectCustomer } from '../../nodes/FlinksConnectCustomer/FlinksConnectCustomer.node';
import { FlinksConnectionTrigger } from '../../nodes/FlinksConnectionTrigger/FlinksConnectionTrigger.node';
import { startSandbox, type Sandbox } from '../../sandbox';
import { appCredential, partnerApp } from '../support/app';
import { testCredential, type StoredCredential } from './harness';

let sandbox: Sandbox;

beforeEach(async () => {
	sandbox = await startSandbox();
});
afterEach(async () => await sandbox.close());

const press = async (credential: StoredCredential) => {
	const result = await testCredential(credential, [new FlinksConnectCustomer()]);
	const secret = String(credential.store.data(credential).clientSecret);
	expect(result.message).not.toContain(secret);
	expect(result.message).toMatch(/[.!?]$/);
	return result;
};

/** A server at an address of its own, which answers everything alike; counts what it is asked. */
async function withServer(
	status: number,
	body: string,
	headers: http.OutgoingHttpHeaders,
	work: (url: string) => Promise<void>,
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

const PAGE = '<!doctype html><html><body>Not here</body></html>';
const HTML = { 'content-type': 'text/html' };

describe('the test of an App credential', () => {
	it.each([new FlinksConnectCustomer(), new FlinksConnectionTrigger()])(
		'is the same at every node that offers it: %#',
		async (node) => {
			expect(await testCredential(appCredential(sandbox), [node])).toMatchObject({ status: 'OK' });
		},
	);

	it('says in which format Flinks took the request, and finds it out by itself', async () => {
		for (const [format, name] of [
			['json', 'JSON Body'],
			['form', 'Form Body'],
			['basic', 'Form With Basic Header'],
		] as const) {
			const other = await startSandbox();
			other.settings.tokenFormats = { json: false, form: false, basic: false, [format]: true };
			for (const credential of [appCredential(other), partnerApp(other)]) {
				expect(await press(credential)).toEqual({
					status: 'OK',
					message: `Flinks accepts the client ID and secret, asked with '${name}'.`,
				});
			}
			await other.close();
		}
	});

	it('asks for a new token each time, so that a secret that Flinks has changed is noticed', async () => {
		const credential = appCredential(sandbox);
		await press(credential);
		await press(credential);
		expect(sandbox.log.tokenRequests()).toHaveLength(2);
	});

	it('sends a wrong secret once, in one format', async () => {
		const { status, message } = await press(appCredential(sandbox, { clientSecret: 'wr0ng-one' }));
		expect(status).toBe('Error');
		expect(message).toMatch(/client ID or client secret was not accepted/);
		expect(sandbox.log.tokenRequests()).toHaveLength(1);
	});

	it('tells a partner from a data recipient', async () => {
		expect(await press(partnerApp(sandbox, { clientType: 'recipient' }))).toEqual({
			status: 'Error',
			message:
				"This client ID and secret are those of a partner. Set 'Client Type' to Partner, or enter those of the data recipient.",
		});
		expect(await press(appCredential(sandbox, { clientType: 'partner' }))).toEqual({
			status: 'Error',
			message:
				"This client ID and secret are those of a data recipient. Set 'Client Type' to Data Recipient, or enter those of the partner.",
		});
	});

	it('does not pass with a short key and without a redirect URI', async () => {
		const { status, message } = await press(
			appCredential(sandbox, { connectionKey: 'abcde', redirectUri: '' }),
		);
		expect(status).toBe('Error');
		expect(message).toMatch(/^Flinks accepts the client ID and secret/);
		expect(message).toMatch(/The 'Redirect URI' cannot be used: it is empty/);
		expect(message).toMatch(/connection key is not one that a generator makes/);
	});

	it.each(['http://n8n.example.com/webhook/x', 'n8n.example.com', 'https://n8n.example.com/#x'])(
		'does not pass with the redirect URI %s',
		async (redirectUri) => {
			expect(await press(appCredential(sandbox, { redirectUri }))).toMatchObject({
				status: 'Error',
				message: expect.stringContaining("The 'Redirect URI' cannot be used: it"),
			});
		},
	);

	it('asks a partner for neither of them', async () => {
		const credential = partnerApp(sandbox, { connectionKey: '', redirectUri: '' });
		expect(await press(credential)).toMatchObject({ status: 'OK' });
	});

	it.each([
		[{ clientId: '' }, /has no Client ID/],
		[{ clientSecret: ' ' }, /has no Client Secret/],
		[{ apiBaseUrl: 'flinks' }, /API Base URL is not a web address/],
		[{ apiBaseUrl: 'http://flinks.example' }, /must start with https/],
		[{ authorizationBaseUrl: 'https://a.example/?x' }, /Authorization Base URL must end before/],
	])('names the field that is wrong before anything is sent: %j', async (data, expected) => {
		const credential = appCredential(sandbox, data);
		const { status, message } = await testCredential(credential, [new FlinksConnectCustomer()]);
		expect(status).toBe('Error');
		expect(message).toMatch(expected);
		expect(sandbox.log.count()).toBe(0);
	});
});

describe('an address where there is no Flinks', () => {
	it.each([
		['https://no-such-host.invalid', /host name in the base URL could not be found/],
		['http://127.0.0.1:1', /refused the connection/],
	])('%s is told in words', async (apiBaseUrl, expected) => {
		const { status, message } = await press(appCredential(sandbox, { apiBaseUrl }));
		expect(status).toBe('Error');
		expect(message).toMatch(expected);
		expect(message).toMatch(/Check the (base URL|spelling of the base URL)/);
	});

	it.each([
		[404, PAGE, HTML, /web page came back/],
		[404, '', {}, /nothing exists at this address\. Check the base URLs .+ without a path/],
		[200, PAGE, HTML, /without an access token/],
		[405, '{}', {}, /does not take this kind of request/],
	])('is told apart by what it answers: %i %s', async (status, body, headers, expected) => {
		await withServer(status, body, headers, async (apiBaseUrl) => {
			const result = await press(appCredential(sandbox, { apiBaseUrl }));
			expect(result.status).toBe('Error');
			expect(result.message).toMatch(expected);
		});
	});

	it.each([
		[404, PAGE, HTML],
		[200, PAGE, HTML],
		[200, '{}', { 'content-type': 'application/json' }],
		[404, '', {}],
	])('is found where only the API host is wrong: %i %s', async (status, body, headers) => {
		const asked = await withServer(status, body, headers, async (apiBaseUrl) => {
			for (const credential of [
				appCredential(sandbox, { apiBaseUrl, authorizationBaseUrl: sandbox.url }),
				partnerApp(sandbox, { apiBaseUrl, authorizationBaseUrl: sandbox.url }),
			]) {
				const result = await press(credential);
				expect(result.status).toBe('Error');
				expect(result.message).toMatch(
					/^Flinks accepts the client ID and secret.+But the API does not answer as it should/,
				);
			}
		});
		expect(asked).toBe(2);
	});
});

describe('a redirect', () => {
	it.each([301, 302, 303, 307, 308])('%i gets neither the secret nor the token', async (status) => {
		const elsewhere = await withServer(200, '{}', {}, async (target) => {
			const asked = await withServer(status, '', { location: target }, async (url) => {
				const results = [
					await press(appCredential(sandbox, { apiBaseUrl: url })),
					await press(
						appCredential(sandbox, { apiBaseUrl: url, authorizationBaseUrl: sandbox.url }),
					),
				];
				for (const result of results) expect(result.status).toBe('Error');
			});
			expect(asked).toBe(2);
		});
		expect(elsewhere).toBe(0);
	});
});
