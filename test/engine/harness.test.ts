import { NodeApiError } from 'n8n-workflow';
import {
	createCredentialStore,
	createPoller,
	listSearch,
	loadOptions,
	runNode,
	runWorkflow,
	testCredential,
	type CredentialStore,
	type StoredCredential,
} from './harness';
import { HarnessCredentialsHelper } from './harness/credentialsHelper';
import { Probe } from './harness/probe/Probe.node';
import {
	ProbeConnectedOAuth2Api,
	ProbeOAuth2Api,
} from './harness/probe/ProbeOAuth2Api.credentials';
import { startProbeServer, type ProbeServer } from './harness/probe/server';

let server: ProbeServer;
let store: CredentialStore;
let probeOAuth2Api: StoredCredential;

beforeEach(async () => {
	server = await startProbeServer();
	store = createCredentialStore([new ProbeOAuth2Api(), new ProbeConnectedOAuth2Api()]);
	probeOAuth2Api = store.add('probeOAuth2Api', {
		baseUrl: server.baseUrl,
		clientId: 'client',
		clientSecret: 'secret',
	});
});

afterEach(async () => await server.close());

const run = async (options: Partial<Parameters<typeof runNode>[0]> = {}) =>
	await runNode({ node: new Probe(), credentials: { probeOAuth2Api }, ...options });

describe('OAuth2', () => {
	it('fetches the first token with the fields of the credential and stores it', async () => {
		const { status, output } = await run();

		expect(status).toBe('success');
		expect(output[0]?.[0]?.json).toMatchObject({ token: 'token-1', grant: 'client_credentials' });
		expect(server.tokenRequests).toEqual([
			{
				grant_type: 'client_credentials',
				client_id: 'client',
				client_secret: 'secret',
				scope: 'client:admin',
				basic: false,
			},
		]);
		expect(store.tokenData(probeOAuth2Api)).toMatchObject({ access_token: 'token-1' });
		expect(store.reads(probeOAuth2Api)).toBeGreaterThan(0);
	});

	it('sends the secret with Basic if the operator chose that', async () => {
		const { baseUrl } = server;
		const credential = store.add('probeOAuth2Api', {
			baseUrl,
			clientId: 'client',
			clientSecret: 'secret',
			authentication: 'header',
		});
		await run({ credentials: { probeOAuth2Api: credential } });

		expect(server.tokenRequests).toMatchObject([{ basic: true }]);
		expect(server.tokenRequests[0]).not.toHaveProperty('client_secret');
	});

	it('uses a stored token, and renews it once the API answers 401', async () => {
		await run();
		await run();
		expect(server.tokenRequests).toHaveLength(1);

		server.expireTokens();
		const { output } = await run();
		expect(output[0]?.[0]?.json).toMatchObject({ token: 'token-2' });
		expect(store.tokenData(probeOAuth2Api)).toMatchObject({ access_token: 'token-2' });
	});

	it('renews on request through the refreshOAuth2Token helper', async () => {
		const { status } = await run({ parameters: { act: 'refresh' } });

		expect(status).toBe('success');
		expect(server.tokenRequests).toHaveLength(1);
	});

	it('keeps the refresh token that a renewal does not repeat', async () => {
		const probeConnectedOAuth2Api = store.add('probeConnectedOAuth2Api', {
			baseUrl: server.baseUrl,
			clientId: 'client',
			clientSecret: 'secret',
			oauthTokenData: { access_token: 'old', refresh_token: 'refresh', token_type: 'Bearer' },
		});
		const { status } = await runNode({
			node: new Probe(),
			parameters: { credential: 'probeConnectedOAuth2Api' },
			credentials: { probeConnectedOAuth2Api },
		});

		expect(status).toBe('success');
		expect(server.tokenRequests).toMatchObject([
			{ grant_type: 'refresh_token', refresh_token: 'refresh' },
		]);
		expect(store.tokenData(probeConnectedOAuth2Api)).toMatchObject({
			access_token: 'token-1',
			refresh_token: 'refresh',
		});
	});
});

describe('items', () => {
	it('links each output item to the input item it came from', async () => {
		const items = [{ path: '/a' }, { path: '/b' }];
		const { output } = await run({ items, parameters: { path: '={{ $json.path }}' } });

		expect(output[0]?.map(({ json, pairedItem }) => [json.url, pairedItem])).toEqual([
			['/a', { item: 0 }],
			['/b', { item: 1 }],
		]);
	});

	it('moves a failed item to the error output, with its input', async () => {
		const { status, output } = await run({
			items: [{ path: '/a' }, { path: '/missing' }],
			parameters: { path: '={{ $json.path }}' },
			onError: 'continueErrorOutput',
		});

		expect(status).toBe('success');
		expect(output.map((items) => items.length)).toEqual([1, 1]);
		expect(output[1]?.[0]?.json).toMatchObject({ path: '/missing', error: expect.any(String) });
	});

	it('hands items from node to node along the links', async () => {
		const nodes = ['One', 'Two'].map((name) => ({
			name,
			node: new Probe(),
			credentials: { probeOAuth2Api },
			parameters: { path: `={{ $json.url ?? '' }}/${name}` },
		}));
		const { of } = await runWorkflow({ nodes });

		expect(of('Two').output[0]?.[0]?.json.url).toBe('/One/Two');
	});
});

describe('the record of a run', () => {
	it('has the live error beside the stored one', async () => {
		const failed = await run({ parameters: { path: '/missing' } });

		expect(failed.status).toBe('error');
		expect(failed.errorObject).toBeInstanceOf(NodeApiError);
		expect(failed.error?.message).toBe((failed.errorObject as NodeApiError).message);
		expect(failed.storedJson).toContain('No such thing');
	});

	it('has the hints and the log lines of the node', async () => {
		const { hints, logs } = await run();

		expect(hints).toEqual([{ message: 'Probed', location: 'outputPane' }]);
		expect(logs).toContainEqual(
			expect.objectContaining({ level: 'warn', message: 'Probe asks for /echo' }),
		);
	});

	it('ends as canceled when the execution is stopped', async () => {
		// The probe waits for nothing but the cancel.
		const { status } = await run({ parameters: { act: 'wait' }, cancelAfterMs: 50 });

		expect(status).toBe('canceled');
	});
});

describe('outside an execution', () => {
	it('runs list searches and option loaders', async () => {
		const node = new Probe();
		const credentials = { probeOAuth2Api };
		const found = await listSearch({ node, method: 'search', credentials }, 'x');

		expect(found.results).toEqual([{ name: 'client_credentials x', value: '1' }]);
		expect(
			await loadOptions({ node, method: 'options', parameters: { path: '/p' }, credentials }),
		).toEqual([{ name: '/p', value: '1' }]);
	});

	it('tests a credential, good and bad', async () => {
		const bad = store.add('probeOAuth2Api', {
			baseUrl: server.baseUrl,
			clientId: 'client',
			clientSecret: 'wrong',
		});

		expect(await testCredential(probeOAuth2Api)).toMatchObject({ status: 'OK' });
		expect(await testCredential(bad)).toMatchObject({ status: 'Error' });
	});

	it('polls, and remembers between polls', async () => {
		const poller = createPoller(new Probe(), {}, { probeOAuth2Api });
		await poller.poll();

		expect(await poller.poll()).toEqual([[{ json: { grant: 'client_credentials', polls: 2 } }]]);
		expect(poller.staticData).toMatchObject({ polls: 2 });
	});
});

describe('fields of a credential', () => {
	it('keep the last of two of one name where the type has a parent, as n8n does', () => {
		const field = (value: string) => ({
			displayName: 'URL',
			name: 'accessTokenUrl',
			type: 'hidden' as const,
			default: value,
		});
		const child = {
			name: 'child',
			displayName: 'Child',
			extends: ['oAuth2Api'],
			properties: [
				{ ...field('first'), displayOptions: { show: { environment: ['production'] } } },
				field('last'),
			],
		};
		const types = new HarnessCredentialsHelper(createCredentialStore([child]));
		const found = types
			.getCredentialsProperties('child')
			.filter(({ name }) => name === 'accessTokenUrl');
		expect(found).toEqual([field('last')]);
	});
});
