import { fetchToken } from '../../../outbound/auth/fetchToken';
import type { Grant } from '../../../outbound/auth/tokenRequest';
import { tokenApiRequest } from '../../../outbound/auth/tokenRequest';
import { quickRuntime } from '../client/scripted';
import { contextWith, newApp, says, tokenAnswer, type Answer } from './helpers';

const credentials: Grant = { grant_type: 'client_credentials', scope: 'client:admin' };
const refresh: Grant = { grant_type: 'refresh_token', refresh_token: 'r1' };
const code: Grant = {
	grant_type: 'authorization_code',
	code: 'c1',
	redirect_uri: 'https://x.example',
};

async function ask(script: readonly Answer[], grant = credentials, app = newApp()) {
	const { context, sent } = contextWith(script);
	const now = 1_000;
	const asking = fetchToken(context, app, grant, quickRuntime({ now: () => now }));
	const [end] = await Promise.allSettled([asking]);
	return { sent, app, end };
}

describe('asking for a token', () => {
	it('gives what Flinks answers', async () => {
		const { end } = await ask([tokenAnswer('a1', { refresh_token: 'r2', scope: 'x y' })]);
		expect(end).toMatchObject({
			value: {
				accessToken: 'a1',
				expiresIn: 299,
				expiresAt: 300_000,
				refreshToken: 'r2',
				scope: 'x y',
			},
		});
	});

	it('leaves out what Flinks does not say', async () => {
		const { end } = await ask([says(200, { access_token: 'a1', refresh_token: 7, scope: 5 })]);
		expect(end).toEqual({
			status: 'fulfilled',
			value: {
				accessToken: 'a1',
				expiresIn: undefined,
				expiresAt: undefined,
				refreshToken: undefined,
				scope: undefined,
			},
		});
	});

	it('goes to the authorization host, follows no redirect, and waits a minute', async () => {
		const { sent } = await ask([tokenAnswer('a1')]);
		expect(sent[0]).toMatchObject({
			method: 'POST',
			url: 'https://auth.flinks.example/api/v1/token',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			timeout: 60_000,
		});
	});

	it('as JSON', async () => {
		const { sent, app } = await ask([tokenAnswer('a1')], refresh);
		expect(sent[0]?.headers).toEqual({
			Accept: 'application/json',
			'Content-Type': 'application/json',
		});
		expect(sent[0]?.body).toEqual({
			...refresh,
			client_id: app.clientId,
			client_secret: app.clientSecret,
		});
	});

	it('as a form', async () => {
		const { sent, app } = await ask(
			[tokenAnswer('a1')],
			refresh,
			newApp({ requestFormat: 'form' }),
		);
		expect(sent[0]?.headers).toEqual({
			Accept: 'application/json',
			'Content-Type': 'application/x-www-form-urlencoded',
		});
		expect(Object.fromEntries(new URLSearchParams(String(sent[0]?.body)))).toEqual({
			...refresh,
			client_id: app.clientId,
			client_secret: app.clientSecret,
		});
	});

	it('as a form with a Basic header, both parts form-encoded', async () => {
		const app = newApp({ requestFormat: 'basic', clientId: 'i d', clientSecret: 's p:a%' });
		const { sent } = await ask([tokenAnswer('a1')], refresh, app);
		const [, basic = ''] = String(sent[0]?.headers?.Authorization).split('Basic ');
		expect(Buffer.from(basic, 'base64').toString()).toBe('i+d:s+p%3Aa%25');
		expect(Object.fromEntries(new URLSearchParams(String(sent[0]?.body)))).toEqual(refresh);
	});

	it.each([
		[200, ''],
		[200, 'text'],
		[200, null],
		[200, {}],
		[200, { access_token: '' }],
		[200, { access_token: 5 }],
	])('fails where the answer holds none: %i %j', async (status, body) => {
		const { end } = await ask([says(status, body)]);
		expect(end).toMatchObject({
			reason: { failure: { title: 'Flinks answered without an access token' } },
		});
	});

	it('is repeated after passing trouble', async () => {
		const trouble = [says(503, {}), Object.assign(new Error('x'), { code: 'ECONNRESET' })];
		const { end, sent } = await ask([...trouble, tokenAnswer('a1')]);
		expect(end.status).toBe('fulfilled');
		expect(sent).toHaveLength(3);
	});

	it('is not repeated with a code, which the first try has spent', async () => {
		const { end, sent } = await ask([says(503, {}), tokenAnswer('a1')], code);
		expect(end).toMatchObject({ reason: { failure: { status: 503, ambiguous: true } } });
		expect(sent).toHaveLength(1);
	});

	it('hands on the signal that ends it', async () => {
		const controller = new AbortController();
		const { context, sent } = contextWith([tokenAnswer('a1')]);
		const runtime = quickRuntime({ signal: controller.signal });
		const asking = fetchToken(context, newApp(), credentials, runtime);
		expect(sent[0]?.abortSignal?.aborted).toBe(false);
		controller.abort();
		expect(sent[0]?.abortSignal?.aborted).toBe(true);
		await expect(asking).rejects.toMatchObject({ failure: { kind: 'cancelled' } });
	});
});

describe('a refusal', () => {
	it.each([says(415, {}), says(400, { error: 'invalid_request' })])(
		'that may be about the format says which others there are: %j',
		async (answer) => {
			const { end } = await ask([answer], credentials, newApp({ requestFormat: 'form' }));
			expect(end).toMatchObject({
				reason: {
					failure: {
						remedy: expect.stringMatching(
							/'Token Request Format' to 'Automatic', 'JSON Body' or 'Form With Basic Header'/,
						),
					},
				},
			});
		},
	);

	it.each([
		says(400, { error: 'invalid_client' }),
		says(401, {}),
		says(403, { error: 'invalid_request' }),
	])('about other things says nothing of formats: %j', async (answer) => {
		const { end } = await ask([answer]);
		expect(end).toMatchObject({
			reason: { failure: { remedy: expect.not.stringContaining('Token Request Format') } },
		});
	});
});

describe('the purpose', () => {
	it.each([
		[credentials, 'issue an access token', true],
		[refresh, 'renew the access token of the connection', true],
		[code, 'turn the consent into a connection', false],
	])('of %j', (grant, purpose, safeToRepeat) => {
		expect(tokenApiRequest(grant, newApp())).toMatchObject({
			method: 'POST',
			family: 'oauth',
			path: '/api/v1/token',
			expects: 'json',
			purpose,
			safeToRepeat,
		});
	});
});

describe('automatic', () => {
	const automatic = () => newApp({ requestFormat: 'automatic' });
	const kinds = (sent: ReadonlyArray<{ headers?: object | undefined }>) =>
		sent.map(({ headers = {} }) => {
			if ('Authorization' in headers) return 'basic';
			return JSON.stringify(headers).includes('application/json"}') ? 'json' : 'form';
		});
	const unsupported = says(400, { error: 'unsupported_grant_type' });
	const invalid = says(400, { error: 'invalid_request' });

	it.each([
		[[tokenAnswer('a')], ['json']],
		[
			[says(415, ''), tokenAnswer('a')],
			['json', 'form'],
		],
		[
			[invalid, unsupported, tokenAnswer('a')],
			['json', 'form', 'basic'],
		],
	])('asks as JSON, then as a form, then with a Basic header: %#', async (script, asked) => {
		const app = automatic();
		const { end, sent } = await ask(script, credentials, app);
		expect(end.status).toBe('fulfilled');
		expect(kinds(sent)).toEqual(asked);
		const again = await ask([tokenAnswer('b')], refresh, app);
		expect(kinds(again.sent)).toEqual(asked.slice(-1));
	});

	it.each([
		says(400, { error: 'invalid_client' }),
		says(401, { error: 'invalid_client' }),
		says(400, { error: 'invalid_scope' }),
		says(403, {}),
		says(404, '<html>'),
	])('tries no other way after a refusal of something else: %j', async (answer) => {
		const { end, sent } = await ask([answer], credentials, automatic());
		expect(end.status).toBe('rejected');
		expect(sent).toHaveLength(1);
	});

	it('says that each was refused', async () => {
		const { end, sent } = await ask([invalid], credentials, automatic());
		expect(kinds(sent)).toEqual(['json', 'form', 'basic']);
		expect(end).toMatchObject({
			reason: { failure: { remedy: expect.stringContaining('and refused each') } },
		});
	});

	it('tries the others again where the one that worked is refused later', async () => {
		const app = automatic();
		await ask([invalid, tokenAnswer('a')], credentials, app);
		const { sent } = await ask([invalid, tokenAnswer('b')], credentials, app);
		expect(kinds(sent)).toEqual(['form', 'json']);
	});

	it('finds the format out without the code, which is then sent once', async () => {
		const { end, sent } = await ask([invalid, tokenAnswer('a')], code, automatic());
		expect(end.status).toBe('fulfilled');
		expect(kinds(sent)).toEqual(['json', 'form', 'form']);
		expect(sent.map(({ body }) => String(body).includes('c1'))).toEqual([false, false, true]);
	});

	it('sends the code where the client may not ask for itself', async () => {
		const no = says(400, { error: 'unauthorized_client' });
		const { end, sent } = await ask([no, tokenAnswer('a')], code, automatic());
		expect(end.status).toBe('fulfilled');
		expect(kinds(sent)).toEqual(['json', 'json']);
	});

	it('keeps the code where nothing is understood', async () => {
		const { end, sent } = await ask([invalid], code, automatic());
		expect(end).toMatchObject({ reason: { failure: { ambiguous: false } } });
		expect(sent.some(({ body }) => JSON.stringify(body).includes('c1'))).toBe(false);
	});

	it('sends a refused code in no other way, and blames no format', async () => {
		const app = automatic();
		await ask([tokenAnswer('a')], credentials, app);
		const { end, sent } = await ask([invalid], code, app);
		expect(kinds(sent)).toEqual(['json']);
		expect(end).toMatchObject({
			reason: { failure: { remedy: expect.not.stringContaining('refused each') } },
		});
	});
});

describe('an address where there is no token endpoint', () => {
	const published = (data: Record<string, string>) =>
		newApp({ apiBaseUrl: '', authorizationBaseUrl: '', ...data });
	const nobody = Object.assign(new Error('x'), { code: 'ENOTFOUND' });
	const page = says(200, '<!doctype html><title>x</title>', { 'content-type': 'text/html' });

	it.each([nobody, page, says(404, '<html>'), says(404, ''), says(301, ''), says(405, '')])(
		'that Flinks publishes names the other one: %#',
		async (answer) => {
			const { end } = await ask([answer], credentials, published({ environment: 'production' }));
			expect(end).toMatchObject({
				reason: {
					failure: {
						remedy: expect.stringMatching(
							/\. Flinks' pages also name https:\/\/ob\.flinksapp\.com/,
						),
					},
				},
			});
			const other = published({ apiBaseUrl: 'https://ob.flinksapp.com/' });
			expect((await ask([answer], credentials, other)).end).toMatchObject({
				reason: { failure: { remedy: expect.stringContaining('https://api.flinks.io') } },
			});
		},
	);

	it.each([says(401, { error: 'invalid_client' }), says(400, {}), says(429, ''), says(503, '')])(
		'is not what these say: %j',
		async (answer) => {
			const { end } = await ask([answer], credentials, published({ environment: 'production' }));
			expect(end).toMatchObject({
				reason: { failure: { remedy: expect.not.stringContaining('flinksapp.com') } },
			});
		},
	);

	it('of your own names none', async () => {
		const { end } = await ask([nobody], credentials);
		expect(JSON.stringify(end)).not.toMatch(/flinksapp\.com|flinks\.io/);
	});
});
