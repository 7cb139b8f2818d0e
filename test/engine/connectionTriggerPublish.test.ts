import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { FlinksConnectionTrigger } from '../../nodes/FlinksConnectionTrigger/FlinksConnectionTrigger.node';
import { appCredential } from '../support/app';
import { createWebhook, type WebhookTrigger } from './harness';

const PATH = '/webhook/return';
let server: Server;
let origin: string;
/** What answers at the redirect URI, one request after another. */
let answers: (time: number) => string | Promise<string>;
let asked: string[];

beforeAll(async () => {
	server = createServer((request, response) => {
		asked.push(String(request.url));
		void Promise.resolve(answers(asked.length)).then((text) => response.end(text));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
	asked = [];
});
afterAll(() => server.close());

function trigger(redirectUri = origin + PATH): WebhookTrigger {
	return createWebhook(new FlinksConnectionTrigger(), {
		parameters: { path: 'return' },
		credentials: { flinksOutboundAppApi: appCredential({ url: origin }, { redirectUri }) },
	});
}

/** What this process says at the redirect URI. */
const thisProcess = async () => (await trigger().call({ flinksProcess: '1' })).body;
const anotherProcess = 'flinks-process-00000000-0000-4000-8000-000000000000';

describe('publishing the trigger', () => {
	it('goes well where equal states reach one process', async () => {
		answers = thisProcess;
		await trigger().publish('activate');
		expect(asked).toHaveLength(8);
		const states = new Set(asked.map((url) => new URL(url, origin).searchParams.get('state')));
		expect(states.size).toBe(1);
	});

	it.each(['activate', 'update', 'create'] as const)(
		'fails with what to do where they reach two (%s)',
		async (why) => {
			answers = async (time) => (time < 3 ? await thisProcess() : anotherProcess);
			await expect(trigger().publish(why)).rejects.toThrow(
				/different n8n processes.+"state" to the same webhook process.+publish again\.$/,
			);
			expect(asked).toHaveLength(3);
		},
	);

	it.each<[string, string]>([
		['n8n does not answer there yet', '{"code":404}'],
		['somebody else answers', 'flinks-process-of-somebody'],
		['nothing comes', ''],
	])('says nothing where it is not known: %s', async (_, text) => {
		answers = () => text;
		await trigger().publish('activate');
		expect(asked).toHaveLength(1);
	});

	it.each(['init', 'leadershipChange', 'manual'] as const)(
		'asks nothing when nobody publishes (%s)',
		async (why) => {
			answers = () => anotherProcess;
			await trigger().publish(why);
			expect(asked).toEqual([]);
		},
	);

	it('fails where customers come back elsewhere, and asks nothing', async () => {
		answers = thisProcess;
		await expect(trigger(`${origin}/webhook/other`).publish('activate')).rejects.toThrow(
			/answers at "\/webhook\/return"/,
		);
		expect(asked).toEqual([]);
	});

	it('tells who asks which process this is, and starts nothing', async () => {
		const { status, body, started } = await trigger().call({ flinksProcess: '1' });
		expect(status).toBe(200);
		expect(body).toMatch(/^flinks-process-[\da-f-]{36}$/);
		expect(started).toBeUndefined();
		expect(await thisProcess()).toBe(body);
	});
});
