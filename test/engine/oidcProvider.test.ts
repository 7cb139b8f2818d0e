import type { IDataObject } from 'n8n-workflow';

import { FlinksConnectCustomer } from '../../nodes/FlinksConnectCustomer/FlinksConnectCustomer.node';
import { FlinksGetAccounts } from '../../nodes/FlinksGetAccounts/FlinksGetAccounts.node';
import { DEMO } from '../../sandbox';
import { readAppCredential, type AppCredential } from '../../outbound/auth/appCredential';
import { createAuthorizeLink } from '../../outbound/connections/authorizeLink';
import { Browser } from '../oauth/browser';
import { startProvider, type RunningProvider } from '../oauth/startProvider';
import { appCredential, CONNECTION_KEY, REDIRECT } from '../support/app';
import { webhookItem } from '../support/consentPage';
import { runNode, type StoredCredential } from './harness';

const METHODS = {
	json: 'client_secret_post',
	form: 'client_secret_post',
	basic: 'client_secret_basic',
} as const;

/** Has what RFC 6749 wants encoded in a Basic header. */
const SECRET = 'a secret: 100% & more+';

describe.each([
	['json', false],
	['json', true],
	['form', false],
	['basic', true],
] as const)('against oidc-provider, asked in %s, rotation %s', (format, rotate) => {
	let provider: RunningProvider;
	let app: StoredCredential;

	beforeAll(async () => {
		provider = await startProvider({
			clientId: DEMO.recipientId,
			clientSecret: SECRET,
			redirectUri: REDIRECT,
			authMethod: METHODS[format],
			rotate,
		});
		app = appCredential(provider, { requestFormat: format, clientSecret: SECRET });
	});
	afterAll(async () => await provider.stop());

	async function connect(parameters: object, item: IDataObject = {}) {
		return await runNode({
			node: new FlinksConnectCustomer(),
			credentials: { flinksOutboundAppApi: app },
			parameters: { ...parameters },
			items: [item],
		});
	}

	async function callback(cancelAt?: 'consent' | 'login'): Promise<URL> {
		const { output } = await connect({
			operation: 'createLink',
			provider: { __rl: true, mode: 'id', value: '1000' },
			reference: 'customer-1042',
			scopes: ['TRANSACTIONS'],
		});
		const link = String(output[0]?.[0]?.json.authorizationUrl);
		return await new Browser().consent(link, REDIRECT, cancelAt);
	}

	const complete = async (address: URL) =>
		await connect({ operation: 'completeConnection' }, webhookItem(address).json as IDataObject);

	async function accounts(connection: unknown) {
		return await runNode({
			node: new FlinksGetAccounts(),
			credentials: { flinksOutboundAppApi: app },
			parameters: { authentication: 'customerConnection', resultType: 'lightweight' },
			items: Array.from({ length: 10 }, () => ({ connection: String(connection) })),
		});
	}

	/** Token requests after the first `before`. */
	async function since(before: number) {
		await provider.told();
		return provider.tokens.slice(before);
	}

	it('connects, reads, renews once a run, and revokes', async () => {
		const { output, error } = await complete(await callback());
		expect(error).toBeUndefined();
		const row = output[0]?.[0]?.json ?? {};
		expect(row).toMatchObject({
			reference: 'customer-1042',
			requestedProviderId: '1000',
			requestedScope: 'ACCOUNT_BASIC TRANSACTIONS',
		});
		expect(String(row.scope).split(' ').sort()).toEqual(['ACCOUNT_BASIC', 'TRANSACTIONS']);

		let { connection } = row;
		for (const _run of [1, 2]) {
			const before = (await since(0)).length;
			const read = await accounts(connection);
			expect(read.error).toBeUndefined();
			expect(read.output[0]).toHaveLength(10);
			expect(await since(before)).toEqual([{ event: 'granted', grant: 'refresh_token' }]);
			expect(read.output[1]).toHaveLength(rotate ? 1 : 0);
			connection = read.output[1]?.[0]?.json.connection ?? connection;
		}

		const revoke = async () =>
			await connect({ operation: 'revokeConnection' }, { connection: String(connection) });
		const ended = await revoke();
		expect(ended.output[0]?.[0]?.json).toMatchObject({ revoked: true, alreadyEnded: false });
		const after = await accounts(connection);
		// A run with a replaced refresh token gives it out, and the failures beside it.
		const told = [after.error?.message, JSON.stringify(after.output)].join();
		expect(told).toContain('has ended');
		expect((await revoke()).output[0]?.[0]?.json).toMatchObject({ alreadyEnded: true });
	});

	it('goes on from the newest refresh token, though the workflow kept the old one', async () => {
		const { output } = await complete(await callback());
		const connection = output[0]?.[0]?.json.connection;
		await accounts(connection);
		const again = await accounts(connection);
		expect(again.error).toBeUndefined();
		expect(again.output[1]).toHaveLength(rotate ? 1 : 0);
	});

	it.each(['login', 'consent'] as const)(
		'puts a customer who cancels at %s into Declined',
		async (form) => {
			const before = (await since(0)).length;
			const { output } = await complete(await callback(form));
			expect(output.map((items) => items.length)).toEqual([0, 1, 0]);
			expect(output[1]?.[0]?.json).toMatchObject({ reason: 'customer', error: 'access_denied' });
			expect(await since(before)).toEqual([]);
		},
	);

	it('makes no second connection of one code', async () => {
		const address = await callback();
		await complete(address);
		const before = (await since(0)).length;
		expect((await complete(address)).error?.message).toContain('used already');
		expect(await since(before)).toEqual([]);
		const another = await callback();
		address.searchParams.set('state', another.searchParams.get('state') ?? '');
		expect((await complete(address)).error?.message).toContain('already used');
		expect(await since(before)).toEqual([{ event: 'refused', grant: 'authorization_code' }]);
	});
});

describe('against oidc-provider that wants PKCE', () => {
	let provider: RunningProvider;
	let app: AppCredential;

	beforeAll(async () => {
		provider = await startProvider({
			clientId: DEMO.recipientId,
			clientSecret: SECRET,
			redirectUri: REDIRECT,
			authMethod: 'client_secret_post',
			rotate: false,
			pkce: true,
		});
		app = readAppCredential({
			environment: 'custom',
			apiBaseUrl: provider.url,
			clientId: DEMO.recipientId,
			clientSecret: SECRET,
			requestFormat: 'json',
			redirectUri: REDIRECT,
			connectionKey: CONNECTION_KEY,
		});
	});
	afterAll(async () => await provider.stop());

	function link(pkce: boolean): string {
		const order = {
			reference: 'customer-1042',
			providerId: '1000',
			scopes: [],
			language: 'en',
			correlationId: undefined,
			validityMs: 60_000,
			pkce,
		} as const;
		return createAuthorizeLink(app, order, Date.now()).authorizationUrl;
	}

	async function complete(address: URL) {
		return await runNode({
			node: new FlinksConnectCustomer(),
			credentials: {
				flinksOutboundAppApi: appCredential(provider, {
					requestFormat: 'json',
					clientSecret: SECRET,
				}),
			},
			parameters: { operation: 'completeConnection' },
			items: [webhookItem(address).json as IDataObject],
		});
	}

	it('connects by a link with a challenge', async () => {
		const address = await new Browser().consent(link(true), REDIRECT);
		const { output, error } = await complete(address);
		expect(error).toBeUndefined();
		expect(output[0]?.[0]?.json).toMatchObject({ reference: 'customer-1042' });
	});

	it('takes no link without one', async () => {
		const address = await new Browser().consent(link(false), REDIRECT);
		expect(address.searchParams.get('error')).toBe('invalid_request');
	});

	it('refuses the code of one link with the state of another', async () => {
		const [victims, thiefs] = await Promise.all(
			[1, 2].map(async () => await new Browser().consent(link(true), REDIRECT)),
		);
		if (!victims || !thiefs) throw new Error('No consent');
		victims.searchParams.set('code', thiefs.searchParams.get('code') ?? '');
		const { output, error } = await complete(victims);
		expect(output.flat()).toEqual([]);
		expect(error?.message).toContain('already used, or the customer came back too late');
	});
});
