import { randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { IExecuteFunctions } from 'n8n-workflow';

import { createBearerSession } from '../../outbound/auth/bearerSession';
import { openOAuth2Session } from '../../outbound/auth/oauth2Session';
import { downloadStatement } from '../../outbound/endpoints/statementFile';
import { getCustomer } from '../../outbound/endpoints/customer';
import { BOUNDS, type Bounds } from '../../outbound/http/bounds';
import { createClient, type Client } from '../../outbound/http/client';
import { createRuntime } from '../../outbound/http/runtime';
import type { Failure } from '../../outbound/failure';
import { outcomeOf, type Outcome } from '../../outbound/outcome';
import { startSandbox, type Sandbox } from '../../sandbox';
import { credentialsFor } from '../support/flinks';
import { until } from '../support/until';
import { runNode } from './harness';
import { onDisk } from './harness/onDisk';
import { Within } from './harness/within';

type Serve = (request: IncomingMessage, response: ServerResponse) => void;
const MIB = 1024 * 1024;
const BEARER = '3f0c2b9e-7a41-4d58-9c1e-5b6a7d8e9f01';

let sandbox: Sandbox;
const servers: Server[] = [];

/** A server that answers everything in one way, and remembers what came. */
async function serving(serve: Serve) {
	const seen: IncomingMessage[] = [];
	let closed = 0;
	const server = createServer((request, response) => {
		seen.push(request);
		response.on('close', () => (closed += 1));
		serve(request, response);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	servers.push(server);
	const { port } = server.address() as AddressInfo;
	return { url: `http://127.0.0.1:${port}`, host: `127.0.0.1:${port}`, seen, closed: () => closed };
}

beforeEach(async () => {
	sandbox = await startSandbox();
});
afterEach(async () => {
	for (const server of servers.splice(0)) {
		server.closeAllConnections();
		server.close();
	}
	await sandbox.close();
});

/** A client of either kind of session, in n8n's engine. */
async function withClient<T>(
	kind: 'bearer' | 'OAuth2',
	url: string,
	bounds: Partial<Bounds>,
	work: (client: Client) => Promise<T>,
	maxTries = 1,
): Promise<Outcome<T>> {
	const ends: Array<Outcome<T>> = [];
	const { recipient } = credentialsFor(sandbox, {
		apiBaseUrl: url,
		authorizationBaseUrl: sandbox.url,
	});
	const node = new Within(async (context: IExecuteFunctions) => {
		const runtime = createRuntime({ bounds: { ...BOUNDS, ...bounds }, maxTries });
		const known = { accessToken: BEARER, expiresAt: Date.now() + 300_000, expiresIn: 300 };
		const session =
			kind === 'bearer'
				? createBearerSession(
						context,
						url,
						runtime,
						known,
						async () => await Promise.resolve(known),
					)
				: await openOAuth2Session(context, 'flinksOutboundRecipientOAuth2Api', runtime);
		ends.push(await outcomeOf(async () => await work(createClient(session, runtime))));
		return [];
	});
	const run = await runNode({ node, credentials: { flinksOutboundRecipientOAuth2Api: recipient } });
	expect(run.error).toBeUndefined();
	const [end] = ends;
	if (!end) throw new Error('The node did not run');
	return end;
}

const failureOf = (outcome: Outcome<unknown>): Failure | undefined =>
	outcome.kind === 'failed' ? outcome.failure : undefined;

describe.each(['bearer', 'OAuth2'] as const)('with a session of the kind %s', (kind) => {
	it('a small answer that unpacks to a huge one is not read to its end, nor asked for again', async () => {
		const bomb = gzipSync(Buffer.alloc(64 * MIB, ' '));
		const { url, seen } = await serving((_, response) => {
			response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
			response.end(bomb);
		});
		const end = await withClient(kind, url, { answerBytes: MIB }, getCustomer, 4);
		expect(failureOf(end)).toMatchObject({
			kind: 'unexpected-answer',
			title: expect.stringContaining('larger than anything Flinks is known to send'),
		});
		expect(seen).toHaveLength(1);
	});

	it('an answer that drips ends with the try, and so does its connection', async () => {
		const { url, closed } = await serving((_, response) => {
			response.writeHead(200, { 'content-type': 'application/json' });
			const drip = setInterval(() => response.write(' '), 5);
			response.on('close', () => clearInterval(drip));
		});
		const end = await withClient(kind, url, { tryMs: 150 }, getCustomer);
		expect(failureOf(end)).toMatchObject({ kind: 'timed-out' });
		await until(() => closed() === 1);
	});

	it('an answer that never begins ends with the try', async () => {
		const { url, seen } = await serving(() => {});
		const end = await withClient(kind, url, { tryMs: 100 }, getCustomer, 2);
		expect(failureOf(end)).toMatchObject({ kind: 'timed-out' });
		expect(seen).toHaveLength(2);
	});

	it('an answer that breaks off is none', async () => {
		const { url } = await serving((_, response) => {
			response.writeHead(200, { 'content-length': '100' });
			response.write('{"customerId":', () => response.destroy());
		});
		expect(failureOf(await withClient(kind, url, {}, getCustomer))).toMatchObject({
			kind: 'disconnected',
		});
	});

	it('a compressed answer is read', async () => {
		const { url } = await serving((_, response) => {
			response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
			response.end(gzipSync('{"customerId":"é"}'));
		});
		expect(await withClient(kind, url, {}, getCustomer)).toEqual({
			kind: 'done',
			value: { customerId: 'é' },
		});
	});

	it('an answer that echoes the bearer shows it in no field', async () => {
		const { url, seen } = await serving(({ headers }, response) => {
			const bearer = (headers.authorization ?? '').slice('Bearer '.length);
			response.writeHead(404, { 'ob-correlation-id': bearer, 'ob-trace-id': bearer });
			response.end(JSON.stringify({ code: 701, message: `${bearer} is`, debugMessage: bearer }));
		});
		const failure = failureOf(await withClient(kind, url, {}, getCustomer));
		expect(failure).toMatchObject({ code: '701', text: '[hidden] is. Detail: [hidden]' });
		const bearer = (seen[0]?.headers.authorization ?? '').slice('Bearer '.length);
		expect(bearer).not.toBe('');
		expect(JSON.stringify(failure)).not.toContain(bearer);
	});

	describe('a file', () => {
		const download = async (client: Client) => await downloadStatement(client, 'a/1', 's/2');
		const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(50 * MIB)]);
		const sendsFile: Serve = (_, response) => {
			response.writeHead(200, { 'content-type': 'application/pdf', 'content-length': pdf.length });
			response.end(pdf);
		};

		it('of 50 MB goes to the disk of n8n as it comes', async () => {
			const { url, seen } = await serving(sendsFile);
			await onDisk(async (pathOf) => {
				const end = await withClient(kind, url, {}, download);
				if (end.kind !== 'done') throw new Error(end.failure.title);
				const { binary, otherHost } = end.value;
				expect(otherHost).toBeUndefined();
				expect(binary).toMatchObject({
					fileName: 'statement-s_2.pdf',
					mimeType: 'application/pdf',
				});
				expect(binary.directory).toBeUndefined();
				expect((await stat(pathOf(binary))).size).toBe(pdf.length);
				expect((await readFile(pathOf(binary))).equals(pdf)).toBe(true);
			});
			expect(seen[0]?.headers).toMatchObject({
				accept: 'application/pdf',
				authorization: expect.stringMatching(/^Bearer ./),
			});
		});

		it('elsewhere is fetched once, without the bearer, and its host is named', async () => {
			const other = await serving(sendsFile);
			const { url } = await serving((_, response) => {
				response.writeHead(302, { location: `${other.url}/f?signature=s3cret` });
				response.end();
			});
			await onDisk(async () => {
				const end = await withClient(kind, url, {}, download);
				if (end.kind !== 'done') throw new Error(end.failure.title);
				expect(end.value.otherHost).toBe(other.host);
				expect(JSON.stringify(end.value)).not.toContain('s3cret');
			});
			expect(other.seen).toHaveLength(1);
			expect(other.seen[0]?.headers.authorization).toBeUndefined();
			expect(JSON.stringify(other.seen[0]?.headers)).not.toContain(BEARER);
		});

		it.each([
			['http://files.flinks.example/f', /not safe/],
			['https://user:word@files.flinks.example/f', /not safe/],
			['file:///etc/passwd', /not safe/],
		])('at %s is not fetched', async (location, title) => {
			const { url, seen } = await serving((_, response) => {
				response.writeHead(302, { location });
				response.end();
			});
			expect(failureOf(await withClient(kind, url, {}, download, 4))).toMatchObject({
				kind: 'unexpected-answer',
				title: expect.stringMatching(title),
			});
			expect(seen).toHaveLength(1);
		});

		it.each([
			[403, {}, 1, /HTTP 403/],
			[302, { location: 'http://127.0.0.1:1/' }, 1, /HTTP 302/],
			[200, { 'content-type': 'text/html' }, 1, /a page instead/],
			[503, {}, 2, /HTTP 503/],
		])('that its host answers with %i is none', async (status, headers, times, title) => {
			const other = await serving((_, response) => {
				response.writeHead(status, headers);
				response.end('<html>');
			});
			const { url, seen } = await serving((_, response) => {
				response.writeHead(302, { location: other.url });
				response.end();
			});
			const end = await withClient(kind, url, {}, download, 2);
			expect(failureOf(end)).toMatchObject({ title: expect.stringMatching(title) });
			expect(seen).toHaveLength(times);
			expect(other.seen).toHaveLength(times);
		});

		it('that is larger than the bound is not stored', async () => {
			const { url } = await serving((_, response) => {
				response.writeHead(200, { 'content-type': 'application/pdf' });
				response.end(pdf);
			});
			await onDisk(async () => {
				const end = await withClient(kind, url, { fileBytes: MIB }, download);
				expect(failureOf(end)).toMatchObject({ title: expect.stringContaining('larger than') });
			});
		});

		it('that is a page or JSON is none', async () => {
			const { url } = await serving((_, response) => {
				response.writeHead(200, { 'content-type': 'application/json' });
				response.end('{}');
			});
			expect(failureOf(await withClient(kind, url, {}, download))).toMatchObject({
				kind: 'unexpected-answer',
				remedy: expect.stringContaining('a file was expected'),
			});
		});

		it('that is refused is explained like any other request', async () => {
			const { url } = await serving((_, response) => {
				response.writeHead(400, { 'content-type': 'application/json' });
				response.end('{"code":1300,"message":"Not ready"}');
			});
			expect(failureOf(await withClient(kind, url, {}, download))).toMatchObject({ code: '1300' });
		});
	});
});

describe('the token endpoint of an OAuth2 credential', () => {
	it.each([
		[429, { error: 'slow_down' }],
		[429, { error: 'too_many_requests', error_description: 'Wait' }],
		[429, { message: 'Too many requests' }],
		[429, 'Too many requests'],
	])('is asked again after %i %j', async (status, body) => {
		let asked = 0;
		const { url } = await serving((_, response) => {
			asked += 1;
			const isFirst = asked === 1;
			response.writeHead(isFirst ? status : 200, { 'content-type': 'application/json' });
			const token = { access_token: 'a1', token_type: 'Bearer', expires_in: 299 };
			response.end(JSON.stringify(isFirst ? body : token));
		});
		const { partner } = credentialsFor(sandbox, {
			apiBaseUrl: sandbox.url,
			authorizationBaseUrl: url,
		});
		const ends: Array<Outcome<unknown>> = [];
		const node = new Within(async (context) => {
			const type = 'flinksOutboundPartnerOAuth2Api';
			const session = await openOAuth2Session(context, type, createRuntime());
			ends.push(await outcomeOf(async () => await session.renew(0)));
			return [];
		}, 'flinksOutboundPartnerOAuth2Api');
		await runNode({ node, credentials: { flinksOutboundPartnerOAuth2Api: partner } });
		expect(ends).toEqual([{ kind: 'done', value: true }]);
		expect(asked).toBe(2);
	});
});
