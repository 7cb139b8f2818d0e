import { FlinksCheckRegistrationStatus } from '../../nodes/FlinksCheckRegistrationStatus/FlinksCheckRegistrationStatus.node';
import { FlinksGetAccounts } from '../../nodes/FlinksGetAccounts/FlinksGetAccounts.node';
import { DEMO, startSandbox, type Sandbox } from '../../sandbox';
import { startBetween } from '../support/between';
import { credentialsFor, type Credentials } from '../support/flinks';
import { runNode } from './harness';

let sandbox: Sandbox;
let credentials: Credentials;

beforeEach(async () => {
	sandbox = await startSandbox({ latencyMs: 5 });
	credentials = credentialsFor(sandbox);
});
afterEach(async () => await sandbox.close());

const tenItems = Array.from({ length: 10 }, (_, index) => ({ index }));

async function readAccount(items: object[] = tenItems) {
	return await runNode({
		node: new FlinksGetAccounts(),
		credentials: { flinksOutboundRecipientOAuth2Api: credentials.recipient },
		parameters: {
			operation: 'getAll',
			resultType: '={{ $json.index === 99 ? "details" : "lightweight" }}',
		},
		items: items.map((item) => ({ ...item })),
	});
}

describe('a credential with no token', () => {
	it('costs one token request for ten items', async () => {
		const { status, output } = await runNode({
			node: new FlinksCheckRegistrationStatus(),
			credentials: { flinksOutboundPartnerOAuth2Api: credentials.partner },
			parameters: { recipientsFrom: 'ids', recipientIds: DEMO.recipientId },
			items: tenItems,
		});
		expect(status).toBe('success');
		expect(new Set(output[0]?.map(({ pairedItem }) => JSON.stringify(pairedItem))).size).toBe(10);
		expect(sandbox.log.tokenRequests()).toHaveLength(1);
	});
});

describe.each([401, 400] as const)('an expired token answered with %i', (badTokenStatus) => {
	beforeEach(() => {
		sandbox.settings.badTokenStatus = badTokenStatus;
		sandbox.expireTokens();
	});

	it('costs one renewal and every item of a recipient succeeds', async () => {
		const { status, output, error } = await readAccount();
		expect(error).toBeUndefined();
		expect(status).toBe('success');
		expect(output[0]?.length).toBeGreaterThanOrEqual(10);
		expect(sandbox.log.tokenRequests()).toMatchObject([
			{ grantType: 'refresh_token', status: 200 },
		]);
	});

	it('costs one renewal for a partner', async () => {
		const run = async () =>
			await runNode({
				node: new FlinksCheckRegistrationStatus(),
				credentials: { flinksOutboundPartnerOAuth2Api: credentials.partner },
				items: tenItems,
			});
		await run();
		sandbox.expireTokens();
		sandbox.log.clear();
		expect((await run()).status).toBe('success');
		expect(sandbox.log.tokenRequests()).toHaveLength(1);
	});
});

describe('a token endpoint that is busy', () => {
	it('is asked again where n8n hides the 429 and Flinks does not publish the code', async () => {
		const between = await startBetween(sandbox.url);
		const { partner } = credentialsFor(sandbox, { apiBaseUrl: between.url });
		const asked = () => between.passed.filter(({ path }) => path.endsWith('/token')).length;
		between.answer(({ path }) =>
			path.endsWith('/token') && asked() === 1
				? { status: 429, body: '{"error":"slow_down"}' }
				: undefined,
		);
		const { status } = await runNode({
			node: new FlinksCheckRegistrationStatus(),
			credentials: { flinksOutboundPartnerOAuth2Api: partner },
		});
		await between.close();
		expect(status).toBe('success');
		expect(asked()).toBe(2);
	});
});

describe('a token that another run renews meanwhile', () => {
	it('is taken over instead of being renewed once more', async () => {
		const between = await startBetween(sandbox.url);
		credentials = credentialsFor(sandbox, { apiBaseUrl: between.url });
		sandbox.expireTokens();
		// The other run stores its token while the first request, with the expired one, is under way.
		between.answer(() => {
			if (between.passed.length > 1) return undefined;
			const { accessToken, refreshToken } = sandbox.connect({ recipientId: DEMO.recipientId });
			credentials.store.setTokenData(credentials.recipient, {
				access_token: accessToken,
				refresh_token: refreshToken,
				n8n_expires_at: String(Date.now() + 299_000),
			});
			return undefined;
		});
		expect((await readAccount()).status).toBe('success');
		await between.close();
		expect(sandbox.log.count(({ status }) => status === 401)).toBeGreaterThan(0);
		expect(sandbox.log.tokenRequests()).toHaveLength(0);
	});
});

describe('lost consent', () => {
	it('is reported after one renewal, however many items', async () => {
		sandbox.revoke();
		const { status, errorObject } = await readAccount();
		expect(status).toBe('error');
		expect(errorObject).toMatchObject({ message: expect.stringMatching(/connection|consent/i) });
		expect(sandbox.log.tokenRequests().length).toBeLessThanOrEqual(1);
	});
});

describe('a renewal that a gateway refuses', () => {
	it.each([400, 401, 403])('with %i and words of its own is no lost consent', async (status) => {
		const between = await startBetween(sandbox.url);
		credentials = credentialsFor(sandbox, { apiBaseUrl: between.url });
		sandbox.expireTokens();
		const refusal = { status, body: '{"message":"Forbidden"}' };
		between.answer(({ path }) => (path === '/api/v1/token' ? refusal : undefined));
		const { output, errorObject } = await readAccount([{}]);
		const told = JSON.stringify([output, errorObject, Object(errorObject).description]);
		expect(told).toContain('the refusal is not one that Flinks documents');
		expect(told).not.toMatch(/connection-lost|bank has ended|no longer valid/);
		between.answer(() => undefined);
		expect((await readAccount([{}])).error).toBeUndefined();
		await between.close();
	});
});

describe('a credential that nobody has connected', () => {
	it('says so before anything is sent', async () => {
		credentials.store.setTokenData(credentials.recipient, {});
		const { errorObject } = await readAccount();
		expect(errorObject).toMatchObject({
			message: 'This Flinks connection has not been authorized yet',
		});
		expect(sandbox.log.count()).toBe(0);
	});
});

describe('an address without https', () => {
	it('is refused before any secret is sent', async () => {
		credentials = credentialsFor(sandbox, { apiBaseUrl: 'http://flinks.example' });
		const { errorObject } = await readAccount();
		expect(errorObject).toMatchObject({ message: expect.stringContaining('https') });
	});
});
