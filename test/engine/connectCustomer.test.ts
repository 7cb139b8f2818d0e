import {
	Workflow,
	type IDataDeduplicator,
	type IDataObject,
	type INodeParameters,
} from 'n8n-workflow';

import { FlinksConnectCustomer } from '../../nodes/FlinksConnectCustomer/FlinksConnectCustomer.node';
import { CANARIES, DEMO, startSandbox, type Sandbox } from '../../sandbox';
import { appCredential, CONNECTION_KEY, NEW_KEY, REDIRECT } from '../support/app';
import { startBetween } from '../support/between';
import { openLink, webhookItem } from '../support/consentPage';
import { secretsIn } from '../support/secrets';
import { until } from '../support/until';
import { core } from './harness/host';
import { listSearch, runNode, type RunNodeOptions, type StoredCredential } from './harness';

let sandbox: Sandbox;
let app: StoredCredential;

beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => {
	sandbox.reset();
	Object.assign(sandbox.settings, {
		tokenFormats: { json: true, form: true, basic: true },
		tokenFormatRefusal: 400,
		refreshRotation: false,
		badTokenStatus: 401,
	});
	app = appCredential(sandbox);
});
afterAll(async () => await sandbox.close());

type Options = Partial<RunNodeOptions> & { parameters?: INodeParameters };

/** Runs the node and fails the test if a secret shows anywhere. */
async function connect({ parameters = {}, credentials, ...more }: Options) {
	const run = await runNode({
		node: new FlinksConnectCustomer(),
		credentials: credentials ?? { flinksOutboundAppApi: app },
		parameters,
		...more,
	});
	expect(secretsIn(run)).toEqual([]);
	return run;
}

const LINK: INodeParameters = {
	operation: 'createLink',
	provider: { __rl: true, mode: 'id', value: '1000' },
	reference: 'customer-1042',
	scopes: ['ACCOUNT_DETAILED', 'TRANSACTIONS'],
};

async function createLink(changes: INodeParameters = {}): Promise<IDataObject> {
	const { output } = await connect({ parameters: { ...LINK, ...changes } });
	return output[0]?.[0]?.json ?? {};
}

async function callback(decision: 'allow' | 'deny' = 'allow', changes: INodeParameters = {}) {
	const { authorizationUrl } = await createLink(changes);
	return await (await openLink(String(authorizationUrl))).press(decision);
}

const complete = async (address: URL, more: Options = {}) =>
	await connect({
		parameters: { operation: 'completeConnection' },
		items: [webhookItem(address)],
		...more,
	});

/** Link, consent, exchange: the row that an operator stores. */
async function connected(changes: INodeParameters = {}): Promise<IDataObject> {
	const { output, error } = await complete(await callback('allow', changes));
	expect(error).toBeUndefined();
	return output[0]?.[0]?.json ?? {};
}

const revoke = async (items: IDataObject[], more: Options = {}) =>
	await connect({ parameters: { operation: 'revokeConnection' }, items, ...more });

describe('Create Authorization Link', () => {
	it('carries all eight parameters, as the authorize endpoint reads them', async () => {
		const row = await createLink({ language: 'fr', correlationId: 'fce84d61-dfa8' });
		const { ticket } = await openLink(String(row.authorizationUrl));
		expect(sandbox.store.tickets.take(ticket, sandbox.clock.now())).toMatchObject({
			recipient: { client_id: DEMO.recipientId },
			provider: { provider_id: 1000 },
			scopes: ['ACCOUNT_BASIC', 'ACCOUNT_DETAILED', 'TRANSACTIONS'],
			redirectUri: REDIRECT,
			state: expect.stringMatching(/^v1\./),
			correlationId: 'fce84d61-dfa8',
			language: 'fr',
		});
		const given = new URL(String(row.authorizationUrl)).searchParams;
		expect([...given.keys()].sort()).toEqual([
			'client_id',
			'correlation_id',
			'lang',
			'provider_id',
			'redirect_uri',
			'response_type',
			'scope',
			'state',
		]);
		expect(given.get('state')?.length).toBeGreaterThan(60);
	});

	it('gives the operator what to send and what to remember, and asks Flinks nothing', async () => {
		const before = Date.now();
		const row = await createLink({ validityMinutes: 15 });
		expect(row).toMatchObject({
			reference: 'customer-1042',
			providerId: '1000',
			scope: 'ACCOUNT_BASIC ACCOUNT_DETAILED TRANSACTIONS',
			language: 'en',
		});
		expect(row).not.toHaveProperty('correlationId');
		const life = Date.parse(String(row.expiresAt)) - before;
		expect(life).toBeGreaterThanOrEqual(15 * 60_000);
		expect(life).toBeLessThan(16 * 60_000);
		expect(sandbox.log.count()).toBe(0);
	});

	it('makes a link of its own for each item, from fields and expressions', async () => {
		const { output } = await connect({
			parameters: {
				operation: 'createLink',
				provider: { __rl: true, mode: 'field', value: 'bank' },
				referenceFrom: 'field',
				referenceField: 'customer.number',
				language: '={{ $json.lang }}',
			},
			items: [
				{ bank: 1000, customer: { number: 1 }, lang: 'en' },
				{ bank: '2000', customer: { number: 'b' }, lang: 'fr' },
			],
		});
		expect(
			output[0]?.map(({ json, pairedItem }) => [
				json.providerId,
				json.reference,
				json.language,
				pairedItem,
			]),
		).toEqual([
			['1000', '1', 'en', { item: 0 }],
			['2000', 'b', 'fr', { item: 1 }],
		]);
		const states = output[0]?.map(({ json }) =>
			new URL(String(json.authorizationUrl)).searchParams.get('state'),
		);
		expect(new Set(states).size).toBe(2);
	});

	it('carries a challenge where the code is to be bound to the link, and a name for the page', async () => {
		const { authorizationUrl } = await createLink({ options: { pkce: true, bankName: 'Caisse' } });
		const given = new URL(String(authorizationUrl)).searchParams;
		expect(given.get('code_challenge_method')).toBe('S256');
		expect(given.get('code_challenge')).toMatch(/^[\w-]{43}$/);
		const [, content = ''] = (given.get('state') ?? '').split('.');
		expect(Buffer.from(content, 'base64url').toString()).toContain('"Caisse"');
		const plain = new URL(String((await createLink()).authorizationUrl)).searchParams;
		expect([...plain.keys()]).not.toContain('code_challenge');
	});

	it('asks for basic data only where nothing else is chosen', async () => {
		expect((await createLink({ scopes: [] })).scope).toBe('ACCOUNT_BASIC');
	});

	it.each<[string, INodeParameters, RegExp]>([
		['no provider', { provider: { __rl: true, mode: 'id', value: '={{ "" }}' } }, /'Provider'/],
		[
			'a provider with a slash',
			{ provider: { __rl: true, mode: 'id', value: '1/2' } },
			/'Provider'/,
		],
		[
			'a field that is not there',
			{ provider: { __rl: true, mode: 'field', value: 'bank' } },
			/"bank"/,
		],
		['no reference', { reference: '={{ "" }}' }, /'Reference'/],
		['an unknown scope', { scopes: '={{ ["EVERYTHING"] }}' }, /'Scopes'.*"EVERYTHING"/],
		['an unknown language', { language: '={{ "de" }}' }, /'Consent Language'/],
		['no time', { validityMinutes: '={{ 0 }}' }, /'Link Validity/],
	])('refuses %s and names the field', async (_name, changes, message) => {
		const { status, error } = await connect({ parameters: { ...LINK, ...changes } });
		expect(status).toBe('error');
		expect(error?.message).toMatch(message);
	});

	it.each<[string, Record<string, string>, RegExp]>([
		['no redirect URI', { redirectUri: '' }, /'Redirect URI'/],
		[
			'a redirect URI in the clear',
			{ redirectUri: 'http://n8n.example/webhook' },
			/'Redirect URI'/,
		],
		['a weak key', { connectionKey: 'password' }, /'Connection Key'/],
		["a partner's credential", { clientType: 'partner' }, /Client Type .* is Partner/],
	])('refuses a credential with %s', async (_name, overrides, message) => {
		app = appCredential(sandbox, overrides);
		const { error } = await connect({ parameters: LINK });
		expect(error?.message).toMatch(message);
	});

	it('lists the active providers of the recipient by name', async () => {
		const call = {
			node: new FlinksConnectCustomer(),
			method: 'searchActiveProviders',
			credentials: { flinksOutboundAppApi: app },
		};
		const { results } = await listSearch(call);
		expect(results.map(({ value }) => Number(value))).toEqual(
			expect.arrayContaining([...DEMO.activeProviderIds]),
		);
		expect(results.length).toBeLessThan(sandbox.store.providers.size);
		const found = await listSearch(call, 'FLINKS cap');
		expect(found.results).toEqual([{ name: 'Flinks Capital (CA)', value: '1000' }]);
	});
});

describe('Complete Connection', () => {
	it('shows the page in French, and gives out a sealed connection', async () => {
		const { authorizationUrl } = await createLink({ language: 'fr' });
		const page = await openLink(String(authorizationUrl));
		expect(page.html).toContain('lang="fr"');
		const { output } = await complete(await page.press('allow'));
		expect(output.map((items) => items.length)).toEqual([1, 0, 0]);
		const row = output[0]?.[0]?.json;
		expect(row).toEqual({
			connection: expect.stringMatching(/^flinks-connection\.v1\./),
			connectionId: expect.stringMatching(/^[0-9a-f-]{36}$/),
			linkId: expect.stringMatching(/^[\w-]{22}$/),
			reference: 'customer-1042',
			requestedProviderId: '1000',
			scope: 'ACCOUNT_BASIC ACCOUNT_DETAILED TRANSACTIONS',
			requestedScope: 'ACCOUNT_BASIC ACCOUNT_DETAILED TRANSACTIONS',
			connectedAt: expect.stringMatching(/^\d{4}-.*Z$/),
			language: 'fr',
		});
		expect(output[0]?.[0]?.pairedItem).toEqual({ item: 0 });
		// Where the format is not known yet, it is found out before the code is spent.
		const spent = sandbox.log
			.tokenRequests()
			.filter(({ grantType }) => grantType === 'authorization_code');
		expect(spent).toMatchObject([{ tokenFormat: 'json', status: 200 }]);
	});

	it('claims no bank and no scope that the customer may have changed in the link', async () => {
		const link = new URL(String((await createLink()).authorizationUrl));
		link.searchParams.set('provider_id', '2000');
		link.searchParams.set('scope', 'ACCOUNT_BASIC');
		const { output } = await complete(await (await openLink(link.href)).press('allow'));
		const [code] = sandbox.store.tokens.allCodes();
		expect(code?.consent).toMatchObject({ providerId: 2000, scopes: ['ACCOUNT_BASIC'] });
		const row = output[0]?.[0]?.json;
		expect(row).toMatchObject({
			requestedProviderId: '1000',
			requestedScope: 'ACCOUNT_BASIC ACCOUNT_DETAILED TRANSACTIONS',
			scope: 'ACCOUNT_BASIC',
		});
		expect(row).not.toHaveProperty('providerId');
		const revoked = await connect({
			parameters: { operation: 'revokeConnection' },
			items: [{ connection: row?.connection }],
		});
		expect(revoked.output[0]?.[0]?.json).toMatchObject({ requestedProviderId: '1000' });
		expect(revoked.output[0]?.[0]?.json).not.toHaveProperty('providerId');
	});

	it('puts a customer who said no into Declined, in plain words', async () => {
		const { output } = await complete(await callback('deny'));
		expect(output.map((items) => items.length)).toEqual([0, 1, 0]);
		expect(output[1]?.[0]?.json).toEqual({
			linkId: expect.stringMatching(/^[\w-]{22}$/),
			reference: 'customer-1042',
			requestedProviderId: '1000',
			requestedScope: 'ACCOUNT_BASIC ACCOUNT_DETAILED TRANSACTIONS',
			reason: 'customer',
			title: 'The customer did not give consent',
			remedy: expect.stringContaining('new authorization link'),
			error: 'access_denied',
			language: 'en',
		});
		expect(sandbox.log.tokenRequests()).toEqual([]);
	});

	it('keeps Connected and Declined apart from the error output', async () => {
		const forged = new URL(`${REDIRECT}?code=${CANARIES.code}1&state=v1.x.y`);
		const { output } = await connect({
			parameters: { operation: 'completeConnection' },
			items: [await callback('allow'), await callback('deny'), forged].map(webhookItem),
			onError: 'continueErrorOutput',
		});
		expect(output.map((items) => items.length)).toEqual([1, 1, 0, 1]);
		expect(JSON.stringify(output[3])).toContain('invalid-input');
		expect(JSON.stringify(output[3])).not.toContain('query');
	});
});

describe('a callback that is not what it says', () => {
	const changed = (address: URL, change: (params: URLSearchParams) => void): URL => {
		const copy = new URL(address);
		change(copy.searchParams);
		return copy;
	};
	const tampered = (state: string) => {
		const [version = '', content = '', signature = ''] = state.split('.');
		const list = JSON.parse(Buffer.from(content, 'base64url').toString()) as unknown[];
		list[0] = 'somebody-else';
		return [version, Buffer.from(JSON.stringify(list)).toString('base64url'), signature].join('.');
	};
	const forger = async (address: URL) => {
		const { output } = await connect({
			parameters: LINK,
			credentials: { flinksOutboundAppApi: appCredential(sandbox, { connectionKey: NEW_KEY }) },
		});
		const link = new URL(String(output[0]?.[0]?.json.authorizationUrl));
		return changed(address, (params) => params.set('state', link.searchParams.get('state') ?? ''));
	};

	it.each<[string, (address: URL) => Promise<URL> | URL]>([
		['forged with another key', forger],
		[
			'altered',
			(address) =>
				changed(address, (params) => params.set('state', tampered(params.get('state') ?? ''))),
		],
		[
			'for another provider',
			(address) => changed(address, (params) => params.set('provider_id', '2000')),
		],
		['without a state', (address) => changed(address, (params) => params.delete('state'))],
		['with two states', (address) => changed(address, (params) => params.append('code', 'x'))],
		['without code or error', (address) => changed(address, (params) => params.delete('code'))],
	])('is refused when %s, with nothing sent to Flinks', async (name, change) => {
		const address = await change(await callback());
		sandbox.log.clear();
		const item = webhookItem(address);
		if (name === 'with two states') item.json.query = { code: ['a', 'b'], state: 's' };
		const { output, status } = await connect({
			parameters: { operation: 'completeConnection' },
			items: [item],
			onError: 'continueRegularOutput',
		});
		expect(status).toBe('success');
		expect(output[2]?.[0]?.json).toMatchObject({ details: { kind: 'invalid-input', item: 0 } });
		expect(sandbox.log.count()).toBe(0);
	});

	it('is refused when its link has expired', async () => {
		const address = await callback('allow', { validityMinutes: 1 });
		sandbox.log.clear();
		const later = Date.now() + 60_001;
		const clock = jest.spyOn(Date, 'now').mockReturnValue(later);
		const { error } = await complete(address);
		clock.mockRestore();
		expect(error?.message).toContain('has expired');
		expect(sandbox.log.count()).toBe(0);
	});

	it('stops the node before any code of its neighbours is spent', async () => {
		const good = await callback();
		const bad = changed(await callback(), (params) => params.set('state', 'v1.a.b'));
		sandbox.log.clear();
		const { error } = await connect({
			parameters: { operation: 'completeConnection' },
			items: [good, bad].map(webhookItem),
		});
		expect(error).toBeDefined();
		expect(sandbox.log.count()).toBe(0);
	});
});

describe('a replay', () => {
	it('never makes a second connection, and Flinks is not asked again', async () => {
		const address = await callback();
		await complete(address);
		sandbox.log.clear();
		const { error, output } = await complete(address);
		expect(error?.message).toBe('This authorization link was used already');
		expect(output.flat()).toEqual([]);
		expect(sandbox.log.count()).toBe(0);
	});

	it('is remembered in the static data of the workflow, which outlives n8n', async () => {
		const staticData = jest.spyOn(Workflow.prototype, 'getStaticData');
		const address = await callback();
		await complete(address);
		const kept = { ...(staticData.mock.results[0]?.value as IDataObject) };
		staticData.mockRestore();
		const [, content = ''] = (address.searchParams.get('state') ?? '').split('.');
		const [, , nonce, , expiresAtMs] = JSON.parse(
			Buffer.from(content, 'base64url').toString(),
		) as unknown[];
		const spent = Object.entries(kept.spentLinks ?? {});
		expect(spent.map(([, until]) => until)).toContain(expiresAtMs);
		expect(JSON.stringify(spent)).not.toContain(String(nonce));
	});

	it('makes one connection when the same callback comes twice at once', async () => {
		const item = webhookItem(await callback());
		const { output } = await connect({
			parameters: { operation: 'completeConnection' },
			items: [item, item],
			onError: 'continueErrorOutput',
		});
		expect(output.map((items) => items.length)).toEqual([1, 0, 0, 1]);
		expect(sandbox.log.tokenRequests()).toHaveLength(1);
	});

	it('is refused by Flinks where the code came back with a link of its own', async () => {
		const address = await callback();
		await complete(address);
		const another = new URL(String((await createLink()).authorizationUrl));
		address.searchParams.set('state', another.searchParams.get('state') ?? '');
		const { error } = await complete(address);
		expect(error?.message).toMatch(/already used/);
	});

	it('leaves a link usable whose code Flinks never saw', async () => {
		const between = await startBetween(sandbox.url);
		app = appCredential({ url: between.url });
		const address = await callback();
		between.answer(({ path }) => (path === '/api/v1/token' ? { status: 429 } : undefined));
		const stop = new AbortController();
		const first = complete(address, { signal: stop.signal });
		await until(() => between.passed.some(({ path }) => path === '/api/v1/token'));
		stop.abort();
		expect((await first).output.flat()).toEqual([]);
		between.answer(() => undefined);
		// n8n does not wait for a stopped node: it gives the link free a moment after the run has ended.
		await until(async () => (await complete(address)).output[0]?.length === 1);
		await between.close();
	});

	it('leaves no connection behind that a stopped run had made, whoever asks last', async () => {
		const between = await startBetween(sandbox.url);
		app = appCredential({ url: between.url }, { requestFormat: 'json' });
		const addresses = [await callback(), await callback()];
		sandbox.log.clear();
		sandbox.settings.latencyMs = 300;
		const before = between.passed.length;
		const stop = new AbortController();
		const stopped = connect({
			parameters: { operation: 'completeConnection' },
			items: addresses.map(webhookItem),
			signal: stop.signal,
		});
		await until(() => between.passed.length === before + 2);
		stop.abort();
		expect((await stopped).output.flat()).toEqual([]);
		const done = (method: string) =>
			sandbox.log.count((entry) => entry.method === method && entry.status < 300);
		await until(() => done('DELETE') === 2);
		sandbox.settings.latencyMs = 0;
		expect(sandbox.log.tokenRequests()).toMatchObject([{ status: 200 }, { status: 200 }]);
		for (const address of addresses) {
			expect((await complete(address)).error?.message).toContain('used already');
		}
		await between.close();
	});

	it('sends the codes of one link three times at most, whatever Flinks says of them', async () => {
		const between = await startBetween(sandbox.url);
		app = appCredential({ url: between.url }, { requestFormat: 'json' });
		const address = await callback();
		const refusal = { status: 400, body: '{"error":"invalid_request"}' };
		between.answer(({ path }) => (path === '/api/v1/token' ? refusal : undefined));
		const before = between.passed.length;
		for (let at = 0; at < 20; at += 1) {
			address.searchParams.set('code', `guess-${at}`);
			await complete(address);
		}
		expect(between.passed.slice(before)).toHaveLength(3);
		await between.close();
	});

	it('is refused where another worker has recorded the link in the database of n8n', async () => {
		const recorded = new Set<string>();
		await core.DataDeduplicationService.init(recordIn(recorded));
		const address = await callback();
		const { output } = await complete(address);
		expect(output[0]).toHaveLength(1);
		expect(recorded.size).toBe(1);
		const another = await callback();
		// As if another worker had been quicker: this process knows nothing of it.
		const has = jest.spyOn(recorded, 'has').mockReturnValue(true);
		sandbox.log.clear();
		const { error } = await complete(another);
		has.mockRestore();
		expect(error?.message).toBe('This authorization link was used already');
		expect(sandbox.log.count()).toBe(0);
	});
});

/** As n8n's own record, in memory. */
function recordIn(seen: Pick<Set<string>, 'add' | 'delete' | 'has'>): IDataDeduplicator {
	return {
		checkProcessedAndRecord: async (items) => {
			const isNew = items.filter((item) => !seen.has(String(item)));
			for (const item of isNew) seen.add(String(item));
			const processed = items.filter((item) => !isNew.includes(item));
			return await Promise.resolve({ new: isNew, processed });
		},
		removeProcessed: async (items) => {
			for (const item of items) seen.delete(String(item));
			await Promise.resolve();
		},
		clearAllProcessedItems: async () => await Promise.reject(new Error('not used')),
		getProcessedDataCount: async () => await Promise.reject(new Error('not used')),
	};
}

describe('what is between n8n and Flinks', () => {
	it('sends a code once when the answer is lost', async () => {
		const between = await startBetween(sandbox.url);
		app = appCredential({ url: between.url }, { requestFormat: 'json' });
		const address = await callback();
		between.answer(() => 'cut');
		const before = between.passed.length;
		const { error } = await complete(address);
		await between.close();
		expect(between.passed.slice(before)).toHaveLength(1);
		expect(error?.description).toContain('not tried again');
	});
});

describe('Revoke Connection', () => {
	it('ends the connection at Flinks', async () => {
		const { connection, connectionId } = await connected();
		sandbox.log.clear();
		const { output } = await revoke([{ connection }]);
		expect(output).toEqual([
			[
				expect.objectContaining({
					json: {
						revoked: true,
						outcome: 'REVOKED',
						alreadyEnded: false,
						connectionId,
						reference: 'customer-1042',
						requestedProviderId: '1000',
					},
				}),
			],
		]);
		expect(sandbox.log.entries).toMatchObject([{ method: 'DELETE', status: 204 }]);
	});

	it.each([401, 400] as const)(
		'counts a dead one as revoked (bad tokens get %i)',
		async (status) => {
			sandbox.settings.badTokenStatus = status;
			const { connection } = await connected();
			sandbox.revoke();
			const { output, error } = await revoke([{ connection }]);
			expect(error).toBeUndefined();
			expect(output[0]?.[0]?.json).toMatchObject({ revoked: true, outcome: 'ENDED_BEFORE' });
		},
	);

	it('renews an expired access token first, with or without rotation', async () => {
		for (const rotation of [false, true]) {
			sandbox.settings.refreshRotation = rotation;
			const { connection } = await connected();
			sandbox.expireTokens();
			const { output } = await revoke([{ connection }]);
			expect(output[0]?.[0]?.json).toMatchObject({ outcome: 'REVOKED', alreadyEnded: false });
			expect(sandbox.log.entries.at(-1)).toMatchObject({ method: 'DELETE', status: 204 });
		}
	});

	/** Somebody answers revocations so, whether Flinks was reached or not; all else goes through. */
	async function revokingAs(status: number, body: string, acts: boolean) {
		const between = await startBetween(sandbox.url);
		app = appCredential({ url: between.url });
		const { connection } = await connected();
		between.answer(({ method }) => {
			if (method !== 'DELETE') return undefined;
			if (acts) sandbox.revoke();
			return { status, body, html: body.startsWith('<') };
		});
		const run = await revoke([{ connection }]);
		await between.close();
		return { ...run, deletes: between.passed.filter(({ method }) => method === 'DELETE').length };
	}

	it.each<[number, string]>([
		[400, ''],
		[400, '{}'],
		[401, ''],
		[401, '{"message":"Forbidden"}'],
		[403, ''],
		[403, '{"message":"Forbidden"}'],
		[403, '{"error":"rate"}'],
		[400, '{"error":"invalid_request"}'],
		[200, '<html><body>Sign in to the network</body></html>'],
		[200, ''],
		[202, '{}'],
		[500, ''],
	])('does not believe %i %p: the connection lives', async (status, body) => {
		const { output, error, deletes } = await revokingAs(status, body, false);
		expect(output.flat()).toEqual([]);
		expect(deletes).toBeGreaterThanOrEqual(1);
		expect(error?.message).toContain('It is not known whether the connection has ended');
		expect(error?.description).toContain('To find out, run Revoke Connection again');
	});

	it.each([200, 500])('believes Flinks, which renews it no more, after %i', async (status) => {
		const { output } = await revokingAs(status, '<html></html>', true);
		expect(output[0]?.[0]?.json).toMatchObject({ outcome: 'ENDED', alreadyEnded: false });
	});

	it.each<[number, string]>([
		[403, '{"message":"Forbidden"}'],
		[401, '{"message":"Unauthorized"}'],
		[400, ''],
	])('takes no refusal by a gateway for an end: %i %p on the renewal', async (status, body) => {
		const between = await startBetween(sandbox.url);
		app = appCredential({ url: between.url });
		const { connection } = await connected();
		sandbox.expireTokens();
		between.answer(({ path }) => (path === '/api/v1/token' ? { status, body } : undefined));
		const { output, error } = await revoke([{ connection }]);
		expect(output.flat()).toEqual([]);
		expect(error?.message).toContain('It is not known whether the connection has ended');
		between.answer(() => undefined);
		const { output: later } = await revoke([{ connection }]);
		expect(later[0]?.[0]?.json).toMatchObject({ outcome: 'REVOKED' });
		await between.close();
	});

	it.each([
		[true, 'revoked'],
		[false, 'still alive'],
	])('believes a lost answer only after asking again (acted %s)', async (acted, fate) => {
		const { connection } = await connected();
		const { createServer } = await import('node:http');
		const between = createServer((request, response) => {
			if (request.method === 'DELETE') {
				if (acted) sandbox.revoke();
				request.socket.destroy();
				return;
			}
			response.writeHead(500).end();
		}).listen(0, '127.0.0.1');
		await new Promise((resolve) => between.once('listening', resolve));
		const { port } = between.address() as { port: number };
		const { output, error } = await revoke([{ connection }], {
			credentials: {
				flinksOutboundAppApi: appCredential(sandbox, {
					apiBaseUrl: `http://127.0.0.1:${port}`,
					authorizationBaseUrl: sandbox.url,
				}),
			},
		});
		between.close();
		if (fate === 'revoked') expect(output[0]?.[0]?.json).toMatchObject({ outcome: 'ENDED' });
		else expect(error?.description).toContain('may have carried this out');
	});

	it('asks once for a connection that two items bring', async () => {
		const { connection } = await connected();
		sandbox.log.clear();
		const { output } = await revoke([{ connection }, { connection }]);
		expect(output[0]).toHaveLength(2);
		expect(sandbox.log.count()).toBe(1);
	});

	it('does not take a wrong token format for an ended connection', async () => {
		const { connection } = await connected();
		sandbox.settings.tokenFormats = { json: false, form: false, basic: false };
		sandbox.expireTokens();
		const { error } = await revoke([{ connection }]);
		expect(error?.description).toContain('and refused each');
	});

	it.each<[string, (sealed: string) => string, Record<string, string>]>([
		['without the key', (sealed) => sealed, { connectionKey: NEW_KEY }],
		['altered', (sealed) => `${sealed.slice(0, -6)}AAAAAA`, {}],
		['cut', (sealed) => sealed.slice(0, 40), {}],
		['of another provider', (sealed) => sealed.replace('.1000.', '.2000.'), {}],
		['of another environment', (sealed) => sealed, { authorizationBaseUrl: 'http://127.0.0.1:9' }],
		['with the credential of another recipient', (sealed) => sealed, { clientId: 'dc-other' }],
	])('opens nothing %s, and sends nothing', async (_name, change, overrides) => {
		const { connection } = await connected();
		sandbox.log.clear();
		const { error } = await revoke([{ connection: change(String(connection)) }], {
			credentials: { flinksOutboundAppApi: appCredential(sandbox, overrides) },
		});
		expect(error?.message).toBeTruthy();
		expect(sandbox.log.count()).toBe(0);
	});
});

describe('a change of the connection key', () => {
	it('still opens what the old key sealed, but takes no link that the old key signed', async () => {
		const { connection } = await connected();
		const address = await callback();
		const credentials = {
			flinksOutboundAppApi: appCredential(sandbox, {
				connectionKey: NEW_KEY,
				previousConnectionKey: CONNECTION_KEY,
			}),
		};
		sandbox.log.clear();
		const { error } = await complete(address, { credentials });
		expect(error?.message).toContain('not signed by this credential');
		expect(sandbox.log.count()).toBe(0);
		const { output: revoked } = await revoke([{ connection }], { credentials });
		expect(revoked[0]?.map(({ json }) => json.outcome)).toEqual(['REVOKED']);
	});
});
