import { connect as connectSocket } from 'node:net';

import { DEMO } from '../../sandbox';
import { talkTo, type Headers, type Talk } from './support/talk';

const HELPFUL = { client_id: DEMO.partnerId, client_secret: DEMO.partnerSecret };
const TOKEN = { grant_type: 'client_credentials', scope: 'client:admin', ...HELPFUL };

let talk: Talk;
let partner: Headers;
let customer: Headers;
beforeEach(async () => {
	talk = await talkTo();
	partner = await talk.asPartner();
	customer = talk.asCustomer();
});
afterEach(async () => await talk.close());

const shapeOf = (data: object): string => Object.keys(data).sort().join();
const PARTNER = 'message';
const FDX = 'code,debugMessage,message';
const OAUTH = 'error,error_description';

const BEARERS: ReadonlyArray<readonly [string, Headers | object]> = [
	['none', {}],
	['nonsense', { headers: { Authorization: 'Bearer nonsense' } }],
	['another scheme', { headers: { Authorization: 'Basic bm9ib2R5' } }],
	['an empty one', { headers: { Authorization: 'Bearer ' } }],
];

it.each(BEARERS)('answers a bad bearer, %s, in the words of each family', async (_name, bad) => {
	for (const badTokenStatus of [401, 400] as const) {
		talk.sandbox.settings.badTokenStatus = badTokenStatus;
		const partnerAnswer = await talk.http.get('/api/v1/recipients', bad);
		expect([partnerAnswer.status, partnerAnswer.data]).toEqual([
			badTokenStatus,
			{ message: 'Invalid Bearer Token' },
		]);
		const fdx = await talk.http.get('/api/fdx/5/accounts', bad);
		expect([fdx.status, fdx.data.code, fdx.data.debugMessage]).toEqual([
			badTokenStatus,
			602,
			'Invalid Bearer Token',
		]);
		const revoke = await talk.http.delete('/api/v1/revoke', bad);
		expect([400, badTokenStatus]).toContain(revoke.status);
		expect(shapeOf(revoke.data)).toBe(OAUTH);
	}
	talk.sandbox.settings.fdxBadTokenCode = 401;
	expect((await talk.http.get('/api/fdx/5/accounts', bad)).data.code).toBe(401);
});

it('lets tokens expire after 299 seconds, all at once where told to', async () => {
	const status = async (url: string, who: Headers) => (await talk.http.get(url, who)).status;
	talk.sandbox.clock.advance(298_000);
	expect(await status('/api/v1/recipients', partner)).toBe(200);
	expect(await status('/api/fdx/5/accounts', customer)).toBe(200);
	talk.sandbox.clock.advance(1_000);
	expect(await status('/api/v1/recipients', partner)).toBe(401);
	expect(await status('/api/fdx/5/accounts', customer)).toBe(401);
	const fresh = await talk.asPartner();
	talk.sandbox.expireTokens();
	expect(await status('/api/v1/recipients', fresh)).toBe(401);
});

it('ends a connection by revoke: no body, then neither token is good', async () => {
	const { status, data } = await talk.http.delete('/api/v1/revoke', customer);
	expect([status, data]).toEqual([204, '']);
	const lost = await talk.http.get('/api/fdx/5/accounts', customer);
	expect([lost.status, lost.data.code]).toEqual([401, 602]);
	expect((await talk.http.delete('/api/v1/revoke', customer)).status).toBe(401);
	expect((await talk.http.delete('/api/v1/revoke', partner)).data.error).toBe('invalid_request');
});

it.each([
	['get', '/api/v1/nothing', 404, PARTNER],
	['get', '/api/fdx/5/nothing', 404, FDX],
	['get', '/api/v1/recipients/providers/requests/', 404, PARTNER],
	['delete', '/api/v1/recipients', 405, PARTNER],
	['patch', '/api/v1/recipients/x', 405, PARTNER],
	['post', '/api/fdx/5/accounts', 405, FDX],
	['get', '/api/v1/token', 405, OAUTH],
	['post', '/api/v1/revoke', 405, OAUTH],
	['get', '/api/v1/recipients/%zz', 400, PARTNER],
	['get', '/api/fdx/5/accounts/%', 400, FDX],
	['get', '/nothing', 404, PARTNER],
])('answers %s %s with %i in its family', async (method, url, status, shape) => {
	const answer = await talk.http.request({ method, url, ...partner });
	expect([answer.status, shapeOf(answer.data)]).toEqual([status, shape]);
	expect(answer.headers['content-type']).toMatch(/^application\/json/);
	expect(answer.headers['ob-trace-id'] !== undefined).toBe(shape === FDX);
	expect(status === 405 ? answer.headers.allow : '').toBeDefined();
});

it.each([
	['/api/v1/token', OAUTH],
	['/api/v1/recipients', PARTNER],
])('answers bodies it cannot read at %s', async (url, shape) => {
	const send = async (body: string, type: string) =>
		await talk.http.post(url, body, { headers: { ...partner.headers, 'Content-Type': type } });
	for (const [body, type, status] of [
		['{"a":', 'application/json', 400],
		['[]', 'application/json', 400],
		['null', 'application/json', 400],
		['{"__proto__":{"a":1}}', 'application/json', 400],
		['<a/>', 'application/xml', 415],
	] as const) {
		const answer = await send(body, type);
		expect([body, answer.status, shapeOf(answer.data)]).toEqual([body, status, shape]);
	}
	const response = await fetch(`${talk.sandbox.url}${url}`, {
		method: 'POST',
		headers: { ...partner.headers, 'content-type': 'application/json' },
		body: `{"name":"${'x'.repeat(1_100_000)}"}`,
	});
	expect([response.status, shapeOf(Object(await response.json()))]).toEqual([413, shape]);
});

it('limits URLs and path segments', async () => {
	const { settings } = talk.sandbox;
	const segment = async (length: number) =>
		(await talk.http.get(`/api/v1/recipients/${'x'.repeat(length)}`, partner)).status;
	expect([await segment(255), await segment(256)]).toEqual([400, 414]);
	settings.pathTooLongStatus = 404;
	expect(await segment(256)).toBe(404);
	settings.maxPathSegment = 2_000;
	expect(await segment(2_000)).toBe(400);
	settings.maxUrlLength = 1_000;
	const { status, data } = await talk.http.get(
		`/api/fdx/5/accounts?limit=${'1'.repeat(990)}`,
		customer,
	);
	expect([status, shapeOf(data)]).toEqual([414, FDX]);
});

it('throttles where told to, with code 1207 as 429 or 422', async () => {
	const { settings, clock } = talk.sandbox;
	const ask = async () => await talk.http.get('/api/fdx/5/accounts', customer);
	settings.throttle = { requests: 2, windowMs: 10_000 };
	expect([(await ask()).status, (await ask()).status]).toEqual([200, 200]);
	const refused = await ask();
	expect([refused.status, refused.data.code, refused.headers['retry-after']]).toEqual([
		429,
		1207,
		undefined,
	]);
	Object.assign(settings, { throttleStatus: 422, retryAfterS: 3 });
	const again = await ask();
	expect([again.status, again.data.code, again.headers['retry-after']]).toEqual([422, 1207, '3']);
	expect((await talk.http.get('/api/v1/recipients', partner)).status).toBe(429);
	expect((await talk.token(TOKEN)).data.error).toBe('temporarily_unavailable');
	clock.advance(10_000);
	expect((await ask()).status).toBe(200);
});

it('answers what is no HTTP, and lives on', async () => {
	const { port } = new URL(talk.sandbox.url);
	const answer = await new Promise<string>((resolve) => {
		const socket = connectSocket(Number(port), '127.0.0.1', () => socket.write('NONSENSE\r\n\r\n'));
		socket.on('data', (data) => resolve(data.toString()));
	});
	expect(answer).toMatch(/^HTTP\/1.1 400 .*\{"message":/s);
	expect((await talk.http.get('/api/v1/recipients', partner)).status).toBe(200);
});

it('tells nobody of its own faults, but keeps them in its log', async () => {
	Object.defineProperty(talk.sandbox.store, 'providers', {
		get: () => {
			throw new Error('inner detail');
		},
	});
	const answer = await talk.http.get('/api/v1/providers', partner);
	expect([answer.status, answer.data]).toEqual([500, { message: 'Internal Server Error' }]);
	expect(talk.sandbox.log.entries.at(-1)?.fault).toContain('inner detail');
});
