import type { INodeParameters } from 'n8n-workflow';

import { FlinksDataRecipients } from '../../nodes/FlinksDataRecipients/FlinksDataRecipients.node';
import { DEMO, startSandbox, type Sandbox } from '../../sandbox';
import { partnerApp } from '../support/app';
import { credentialsFor } from '../support/flinks';
import { runNode, type RunNodeOptions } from './harness';

let sandbox: Sandbox;

beforeEach(async () => (sandbox = await startSandbox()));
afterEach(async () => await sandbox.close());

type Options = Partial<RunNodeOptions>;

async function run(operation: string, parameters: INodeParameters = {}, more: Options = {}) {
	return await runNode({
		node: new FlinksDataRecipients(),
		credentials: { flinksOutboundPartnerOAuth2Api: credentialsFor(sandbox).partner },
		parameters: { operation, ...parameters },
		...more,
	});
}

const recipient = { __rl: true, mode: 'id', value: DEMO.recipientId };
const stored = () => sandbox.store.recipients.get(DEMO.recipientId)?.redirect_uris;
const calls = (method: string) =>
	sandbox.log.count((entry) => entry.method === method && entry.route.includes('recipients'));
const [CALLBACK, OTHER] = [
	'https://n8n.maple.example/webhook/a',
	'https://n8n.maple.example/webhook/b',
];

const NEW: INodeParameters = {
	name: 'Cabane à Sucre',
	redirectUris: CALLBACK,
	scopes: ['TRANSACTIONS', 'ACCOUNT_DETAILED'],
	country: 'CA',
	options: {
		contactEmails: 'ops@cabane.example, it@cabane.example',
		clientUri: 'https://cabane.example',
	},
};

describe('Create', () => {
	it('creates a recipient and gives its secret out once', async () => {
		const { output, error } = await run('create', NEW);
		expect(error).toBeUndefined();
		const { recipientId, clientSecret, ...row } = output[0]?.[0]?.json ?? {};
		const kept = sandbox.store.recipients.get(String(recipientId));
		expect(clientSecret).toBe(kept?.client_secret);
		expect(row).toMatchObject({
			outcome: 'CREATED',
			name: 'Cabane à Sucre',
			country: 'CA',
			website: 'https://cabane.example',
			contactEmails: ['ops@cabane.example', 'it@cabane.example'],
			redirectUris: [CALLBACK],
			scopes: ['ACCOUNT_BASIC', 'ACCOUNT_DETAILED', 'TRANSACTIONS'],
		});
	});

	it('finds the one that an unclear answer left behind, and creates no second', async () => {
		sandbox.faults.add({
			on: 'R1',
			times: 1,
			acts: true,
			answer: { status: 502, body: 'Bad Gateway' },
		});
		const before = sandbox.store.recipients.size;
		const { output, error } = await run('create', NEW);
		expect(error).toBeUndefined();
		expect(output[0]?.[0]?.json).toMatchObject({
			outcome: 'FOUND_AFTER_UNCLEAR_ANSWER',
			clientSecret: null,
		});
		expect(sandbox.store.recipients.size).toBe(before + 1);
		expect(calls('POST')).toBe(1);
	});

	it('creates none of a name that exists, unless asked to', async () => {
		const [first] = sandbox.recipients;
		const again = await run('create', { ...NEW, name: first?.name ?? '' });
		expect(again.error?.message).toContain('of this name already');
		expect(calls('POST')).toBe(0);
	});

	it('lets what was created come out where another item fails', async () => {
		const { output, error } = await run(
			'create',
			{ ...NEW, name: '={{ $json.name }}' },
			{ items: [{ name: 'Érable Un' }, { name: sandbox.recipients[0]?.name ?? '' }] },
		);
		expect(error).toBeUndefined();
		expect(output[0]?.[0]?.json).toMatchObject({ name: 'Érable Un', outcome: 'CREATED' });
		expect(output[1]?.[0]?.json.error).toContain('of this name already');
	});

	it.each([
		['Name', { name: 'x'.repeat(257) }],
		['Redirect URIs', { redirectUris: 'http://n8n.maple.example/hook' }],
		['Redirect URIs', { redirectUris: '={{ 7 }}' }],
		['Scopes', { scopes: '={{ ["EVERYTHING"] }}' }],
		['Logo URL', { options: { logoUri: 'javascript:alert(1)' } }],
		['Contact Emails', { options: { contactEmails: 'nobody' } }],
	] as Array<[string, INodeParameters]>)(
		'checks %s before anything is sent',
		async (label, wrong) => {
			const { error } = await run('create', { ...NEW, ...wrong });
			expect(error?.message).toContain(label);
			expect(sandbox.log.count(() => true)).toBe(0);
		},
	);
});

describe('Get and Get Many', () => {
	it('gives one recipient with its scopes and addresses, and no secret', async () => {
		const { output, storedJson } = await run('get', { recipient });
		expect(output[0]?.[0]?.json).toMatchObject({
			recipientId: DEMO.recipientId,
			redirectUris: stored(),
			scopes: expect.arrayContaining(['ACCOUNT_BASIC']),
		});
		expect(storedJson).not.toContain(DEMO.recipientSecret);
	});

	it.each([
		['get', 'I4', { client_id: 'dc-x', name: 'X', client_secret: 'sent-by-mistake' }],
		['list', 'I3', [{ client_id: 'dc-x', name: 'X', client_secret: 'sent-by-mistake' }]],
	] as const)('gives no secret out, should Flinks send one: %s', async (operation, on, body) => {
		sandbox.faults.add({ on, answer: { status: 200, body } });
		const { output, storedJson } = await run(operation, { recipient, simplify: false });
		expect(output[0]?.[0]?.json).toMatchObject({ client_id: 'dc-x', name: 'X' });
		expect(storedJson).not.toContain('sent-by-mistake');
	});

	it('lists and searches with one request, also with an App credential', async () => {
		const { output } = await run(
			'list',
			{ authentication: 'app', returnAll: true, filters: { search: '={{ $json.name }}' } },
			{
				credentials: { flinksOutboundAppApi: partnerApp(sandbox) },
				items: [{ name: 'MAPLE' }, { name: 'nobody has this name' }, { name: DEMO.recipientId }],
			},
		);
		expect(output[0]?.map(({ json, pairedItem }) => [json.recipientId, pairedItem])).toEqual([
			[DEMO.recipientId, { item: 0 }],
			[DEMO.recipientId, { item: 2 }],
		]);
		expect(calls('GET')).toBe(1);
	});

	it('names a recipient that Flinks does not know', async () => {
		const { error } = await run('get', { recipient: { ...recipient, value: 'dc-nobody' } });
		expect(`${error?.message} ${error?.description}`).toContain('dc-nobody');
	});
});

describe('redirect URIs', () => {
	it('adds and removes one, and leaves the others', async () => {
		const before = stored() ?? [];
		const added = await run('addRedirectUri', { recipient, redirectUris: OTHER });
		expect(added.output[0]?.[0]?.json).toMatchObject({ outcome: 'CHANGED', editedMeanwhile: [] });
		expect(stored()).toEqual([...before, OTHER]);
		const again = await run('addRedirectUri', { recipient, redirectUris: OTHER });
		expect(again.output[0]?.[0]?.json).toMatchObject({ outcome: 'UNCHANGED' });
		await run('removeRedirectUri', { recipient, redirectUris: OTHER });
		expect(stored()).toEqual(before);
		expect(calls('PUT')).toBe(2);
	});

	it('loses no address of many items that add to one recipient at once', async () => {
		const uris = Array.from({ length: 8 }, (_, at) => `https://n8n.maple.example/webhook/${at}`);
		const before = stored() ?? [];
		const { error } = await run(
			'addRedirectUri',
			{ recipient, redirectUris: '={{ $json.uri }}' },
			{ items: uris.map((uri) => ({ uri })) },
		);
		expect(error).toBeUndefined();
		expect(new Set(stored())).toEqual(new Set([...before, ...uris]));
	});

	it('replaces the whole list where Update is asked to', async () => {
		const { output } = await run('update', { recipient, redirectUris: `${CALLBACK}\n${OTHER}` });
		expect(output[0]?.[0]?.json).toMatchObject({ outcome: 'CHANGED' });
		expect(stored()).toEqual([CALLBACK, OTHER]);
	});

	it('takes the last address of a recipient away in no case', async () => {
		await run('update', { recipient, redirectUris: CALLBACK });
		const { error } = await run('removeRedirectUri', { recipient, redirectUris: CALLBACK });
		expect(error?.message).toContain('would be left without a redirect URI');
		expect(stored()).toEqual([CALLBACK]);
	});
});

describe('Regenerate Secret', () => {
	it('gives the new secret out, and marks it as sensitive', async () => {
		const { output } = await run('regenerateSecret', { recipient });
		const { client_secret } = sandbox.store.recipients.get(DEMO.recipientId) ?? {};
		expect(output[0]?.[0]?.json).toEqual({
			recipientId: DEMO.recipientId,
			clientSecret: client_secret,
		});
		expect(client_secret).not.toBe(DEMO.recipientSecret);
		expect(new FlinksDataRecipients().description.sensitiveOutputFields).toEqual(['clientSecret']);
	});

	it('asks once for a recipient that several items name, so that no secret comes out dead', async () => {
		const { output } = await run('regenerateSecret', { recipient }, { items: [{}, {}, {}] });
		const { client_secret } = sandbox.store.recipients.get(DEMO.recipientId) ?? {};
		const secrets = output[0]?.map(({ json }) => json.clientSecret);
		expect(secrets).toEqual([client_secret, client_secret, client_secret]);
		expect(calls('POST')).toBe(1);
	});

	it('says that the old one may be dead where the answer was lost', async () => {
		sandbox.faults.add({
			on: 'R3',
			times: 1,
			acts: true,
			answer: { status: 502, body: 'Bad Gateway' },
		});
		const { error } = await run('regenerateSecret', { recipient });
		expect(`${error?.message} ${error?.description}`).toMatch(/may have|not known/);
		expect(calls('POST')).toBe(1);
	});
});
