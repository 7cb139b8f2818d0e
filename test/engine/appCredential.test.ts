import { FlinksCheckRegistrationStatus } from '../../nodes/FlinksCheckRegistrationStatus/FlinksCheckRegistrationStatus.node';
import { FlinksConnectCustomer } from '../../nodes/FlinksConnectCustomer/FlinksConnectCustomer.node';
import { FlinksDataProviders } from '../../nodes/FlinksDataProviders/FlinksDataProviders.node';
import { DEMO, startSandbox, type Sandbox } from '../../sandbox';
import { appCredential, partnerApp } from '../support/app';
import { openLink, webhookItem } from '../support/consentPage';
import { secretsIn } from '../support/secrets';
import { runNode, testCredential, type StoredCredential } from './harness';

let sandbox: Sandbox;

beforeEach(async () => {
	sandbox = await startSandbox();
});
afterEach(async () => {
	jest.restoreAllMocks();
	await sandbox.close();
});

/** As n8n does it: a node tests the App credential. */
const press = async (credential: StoredCredential) =>
	await testCredential(credential, [new FlinksConnectCustomer()]);

const FORMATS = ['json', 'form', 'basic'] as const;
type Format = (typeof FORMATS)[number];

const only = (format: Format) => ({
	json: format === 'json',
	form: format === 'form',
	basic: format === 'basic',
});
const NAMES = { json: 'JSON Body', form: 'Form Body', basic: 'Form With Basic Header' };
const wrong = FORMATS.flatMap((asked) =>
	FORMATS.filter((known) => known !== asked).map((known) => [asked, known] as const),
);

async function activeProviders(credential: StoredCredential, items: object[] = [{}]) {
	const run = await runNode({
		node: new FlinksDataProviders(),
		credentials: { flinksOutboundAppApi: credential },
		parameters: { operation: 'getAllForRecipient', authentication: 'app', detail: 'basic' },
		items: items.map((item) => ({ ...item })),
	});
	expect(secretsIn(run)).toEqual([]);
	return run;
}

describe.each(FORMATS)('a token endpoint that takes only %s', (format) => {
	beforeEach(() => {
		sandbox.settings.tokenFormats = only(format);
	});
	const inFormat = (overrides = {}) =>
		appCredential(sandbox, { requestFormat: format, ...overrides });

	it('passes the test of the credential, for a recipient and for a partner', async () => {
		const partner = partnerApp(sandbox, { requestFormat: format });
		expect(await press(inFormat())).toMatchObject({ status: 'OK' });
		expect(await press(partner)).toMatchObject({ status: 'OK' });
		expect(sandbox.log.tokenRequests()).toMatchObject([
			{ clientId: DEMO.recipientId, tokenFormat: format, status: 200 },
			{ clientId: sandbox.partner.clientId, tokenFormat: format, status: 200 },
		]);
	});

	it('fails that test with a wrong secret', async () => {
		const result = await press(inFormat({ clientSecret: 'wrong' }));
		expect(result).toMatchObject({
			status: 'Error',
			message: expect.stringMatching(/client ID or client secret was not accepted/),
		});
	});

	it('gives tokens to nodes', async () => {
		const { error, output } = await activeProviders(inFormat());
		expect(error).toBeUndefined();
		expect(output[0]?.length).toBeGreaterThan(0);
		expect(sandbox.log.tokenRequests()).toMatchObject([{ tokenFormat: format, status: 200 }]);
	});

	it('is found out by Automatic once, and asked rightly from then on', async () => {
		const credential = inFormat({ requestFormat: 'automatic' });
		const formats = () => sandbox.log.tokenRequests().map(({ tokenFormat }) => tokenFormat);
		expect((await activeProviders(credential)).error).toBeUndefined();
		expect(formats()).toEqual(FORMATS.slice(0, FORMATS.indexOf(format) + 1));
		sandbox.log.clear();
		sandbox.expireTokens();
		expect((await activeProviders(credential)).error).toBeUndefined();
		expect(formats()).toEqual([format]);
	});

	it('gets the code of a customer once where Automatic does not know it yet', async () => {
		const credentials = { flinksOutboundAppApi: inFormat({ requestFormat: 'automatic' }) };
		const node = new FlinksConnectCustomer();
		const provider = { __rl: true, mode: 'id', value: '1000' };
		const parameters = { operation: 'createLink', provider, reference: 'a' };
		const link = await runNode({ node, credentials, parameters });
		const page = await openLink(String(link.output[0]?.[0]?.json.authorizationUrl));
		const done = await runNode({
			node,
			credentials,
			parameters: { operation: 'completeConnection' },
			items: [webhookItem(await page.press('allow'))],
		});
		expect(done.output[0]).toHaveLength(1);
		const withCode = sandbox.log
			.tokenRequests()
			.filter(({ grantType }) => grantType === 'authorization_code');
		expect(withCode).toMatchObject([{ tokenFormat: format, status: 200 }]);
	});

	it('connects a customer, and ends the connection', async () => {
		const credentials = { flinksOutboundAppApi: inFormat() };
		const node = new FlinksConnectCustomer();
		const link = await runNode({
			node,
			credentials,
			parameters: {
				operation: 'createLink',
				provider: { __rl: true, mode: 'id', value: '1000' },
				reference: 'a',
			},
		});
		const page = await openLink(String(link.output[0]?.[0]?.json.authorizationUrl));
		const done = await runNode({
			node,
			credentials,
			parameters: { operation: 'completeConnection' },
			items: [webhookItem(await page.press('allow'))],
		});
		expect(done.output[0]).toHaveLength(1);
		sandbox.expireTokens();
		const ended = await runNode({
			node,
			credentials,
			parameters: { operation: 'revokeConnection' },
			items: [{ ...done.output[0]?.[0]?.json }],
		});
		expect(ended.output[0]?.[0]?.json).toMatchObject({ revoked: true, alreadyEnded: false });
		expect(sandbox.log.tokenRequests().map(({ grantType }) => grantType)).toEqual([
			'authorization_code',
			'refresh_token',
		]);
	});
});

describe.each([400, 415] as const)(
	'a token endpoint that answers %i to another format',
	(status) => {
		beforeEach(() => {
			sandbox.settings.tokenFormatRefusal = status;
		});

		it.each(wrong)('names the setting: asked as %s, takes %s', async (asked, known) => {
			sandbox.settings.tokenFormats = only(known);
			const credential = appCredential(sandbox, { requestFormat: asked });
			const { error } = await activeProviders(credential);
			expect(error?.description).toContain("'Token Request Format'");
			expect(error?.description).toContain(`'${NAMES[known]}'`);
			expect(error?.description).not.toContain(`'${NAMES[asked]}'`);
			expect(await press(credential)).toMatchObject({
				status: 'Error',
				message: expect.stringContaining('Token Request Format'),
			});
		});
	},
);

describe('the tokens of an app', () => {
	const hundred = Array.from({ length: 100 }, (_, index) => ({ index }));

	it('cost one request for 100 items, and none in the next run', async () => {
		const credential = appCredential(sandbox);
		await activeProviders(credential, hundred);
		expect(sandbox.log.tokenRequests()).toHaveLength(1);
		await activeProviders(credential, hundred);
		expect(sandbox.log.tokenRequests()).toHaveLength(1);
	});

	it('cost one more request after each expiry, before Flinks refuses one', async () => {
		const credential = appCredential(sandbox);
		await activeProviders(credential);
		const start = Date.now();
		jest.spyOn(Date, 'now').mockImplementation(() => start + 280_000);
		await activeProviders(credential, hundred);
		expect(sandbox.log.tokenRequests()).toHaveLength(2);
		expect(sandbox.log.count(({ status }) => status === 401)).toBe(0);
	});

	it.each([401, 400] as const)('are renewed once when Flinks answers %i', async (status) => {
		sandbox.settings.badTokenStatus = status;
		const credential = appCredential(sandbox);
		await activeProviders(credential);
		sandbox.expireTokens();
		const { error } = await activeProviders(credential, hundred);
		expect(error).toBeUndefined();
		expect(sandbox.log.tokenRequests()).toHaveLength(2);
	});

	it('are not those of another request format: a change of it is tried at once', async () => {
		await activeProviders(appCredential(sandbox, { requestFormat: 'json' }));
		sandbox.log.clear();
		await activeProviders(appCredential(sandbox, { requestFormat: 'basic' }));
		expect(sandbox.log.tokenRequests()).toMatchObject([{ tokenFormat: 'basic', status: 200 }]);
	});

	it('serve partner nodes too, with one request for 100 items', async () => {
		const run = await runNode({
			node: new FlinksCheckRegistrationStatus(),
			credentials: { flinksOutboundAppApi: partnerApp(sandbox) },
			parameters: { authentication: 'app', recipientsFrom: 'ids', recipientIds: DEMO.recipientId },
			items: hundred,
		});
		expect(run.error).toBeUndefined();
		expect(secretsIn(run)).toEqual([]);
		expect(sandbox.log.tokenRequests()).toHaveLength(1);
	});

	it('are not asked for again and again with a wrong secret', async () => {
		const credential = appCredential(sandbox, { clientSecret: 'wrong' });
		const { error } = await activeProviders(credential, hundred);
		expect(error?.message).toContain('client ID or client secret was not accepted');
		expect(sandbox.log.tokenRequests().length).toBeLessThanOrEqual(1);
	});
});

describe('an address without https', () => {
	it('gets no secret, neither from the test of the credential nor from a node', async () => {
		const credential = appCredential({ url: 'http://flinks.example' });
		expect(await press(credential)).toMatchObject({ status: 'Error' });
		const { error } = await activeProviders(credential);
		expect(error?.message).toContain('https');
	});
});
