import { FlinksRequestRegistrations } from '../../nodes/FlinksRequestRegistrations/FlinksRequestRegistrations.node';
import { DEMO, startSandbox, type Sandbox } from '../../sandbox';
import { credentialsFor, type Credentials } from '../support/flinks';
import { answers, json, startProxy, WRITE } from '../faults/proxy';
import { credentialsAt } from '../faults/support/credentials';
import { loadOptions, runNode, type RunNodeOptions } from './harness';

let sandbox: Sandbox;
let credentials: Credentials;
const fresh = () => sandbox.recipients.slice(1).map(({ client_id }) => client_id);
const posts = () =>
	sandbox.log.entries.filter(({ method, path }) => method === 'POST' && path.includes('requests/'));

beforeEach(async () => {
	sandbox = await startSandbox({ seed: { registrations: 0, recipients: 30, providers: 60 } });
	credentials = credentialsFor(sandbox);
});
afterEach(async () => await sandbox.close());

async function request(options: Partial<RunNodeOptions>) {
	return await runNode({
		node: new FlinksRequestRegistrations(),
		credentials: { flinksOutboundPartnerOAuth2Api: credentials.partner },
		...options,
	});
}

const byField = { recipientsFrom: 'field', providersFrom: 'field' };

describe('where the IDs come from', () => {
	it('takes picked names, IDs written in several ways, and fields of the items', async () => {
		const [first = '', second = '', third = ''] = fresh();
		const { output } = await request({
			parameters: {
				recipientsFrom: '={{ $json.from }}',
				recipients: [first],
				recipientIds: '={{ $json.ids }}',
				recipientField: 'deep.recipient',
				providersFrom: 'list',
				providers: ['1000', '2000'],
			},
			items: [
				{ from: 'list' },
				{ from: 'ids', ids: `${first}, ${second}` },
				{ from: 'ids', ids: [third] },
				{ from: 'field', deep: { recipient: [second, third] } },
			],
		});
		expect(
			output[0]?.map(({ json, pairedItem }) => [json.recipientId, json.providerId, pairedItem]),
		).toEqual([
			[first, '1000', { item: 0 }],
			[first, '2000', { item: 0 }],
			[first, '1000', { item: 1 }],
			[first, '2000', { item: 1 }],
			[second, '1000', { item: 1 }],
			[second, '2000', { item: 1 }],
			[third, '1000', { item: 2 }],
			[third, '2000', { item: 2 }],
			[second, '1000', { item: 3 }],
			[second, '2000', { item: 3 }],
			[third, '1000', { item: 3 }],
			[third, '2000', { item: 3 }],
		]);
		expect(posts()).toHaveLength(1);
	});

	it('offers the live lists by name', async () => {
		const editor = {
			node: new FlinksRequestRegistrations(),
			credentials: { flinksOutboundPartnerOAuth2Api: credentials.partner },
		};
		const recipients = await loadOptions({ ...editor, method: 'getRecipients' });
		expect(recipients).toContainEqual(
			expect.objectContaining({ name: DEMO.recipientName, value: DEMO.recipientId }),
		);
		const providers = await loadOptions({ ...editor, method: 'getProviders' });
		expect(providers).toContainEqual(
			expect.objectContaining({ name: 'Flinks Capital (CA)', value: '1000' }),
		);
	});
});

describe('requests', () => {
	it('covers 1,000 items of 20 recipients and 50 providers with 6 POSTs', async () => {
		const recipients = fresh().slice(0, 20);
		const providers = [...sandbox.store.providers.keys()].slice(0, 50);
		const items = recipients.flatMap((recipientId) =>
			providers.map((providerId) => ({ recipientId, providerId })),
		);
		const { output, status } = await request({ parameters: byField, items });
		expect(status).toBe('success');
		expect(posts()).toHaveLength(6);
		expect(output[0]).toHaveLength(1000);
		expect(output[0]?.every(({ json }) => json.outcome === 'REQUESTED')).toBe(true);
		expect(output[0]?.map(({ pairedItem }) => pairedItem)).toEqual(
			items.map((_, item) => ({ item })),
		);
	});

	it.each([
		[200, 'rows'],
		[200, 'empty'],
		[201, 'rows'],
		[202, 'empty'],
		[204, 'empty'],
	] as const)('counts %i with %s as success and asks the status back', async (status, body) => {
		sandbox.settings.registrationSuccess = status;
		sandbox.settings.registrationBody = body;
		const { output } = await request({
			parameters: byField,
			items: [{ recipientId: fresh()[0], providerId: 1000 }],
		});
		expect(output[0]?.[0]?.json).toMatchObject({
			status: 'PENDING_APPROVAL',
			outcome: 'REQUESTED',
		});
	});

	it('leaves out what is registered already, and marks it', async () => {
		const items = [{ recipientId: fresh()[0], providerId: 1000 }];
		await request({ parameters: byField, items });
		sandbox.log.clear();
		const { output } = await request({ parameters: byField, items });
		expect(posts()).toHaveLength(0);
		expect(output[0]?.[0]?.json.outcome).toBe('ALREADY_REGISTERED');
	});

	it('requests it again with Skip Existing off', async () => {
		const items = [{ recipientId: fresh()[0], providerId: 1000 }];
		await request({ parameters: byField, items });
		sandbox.log.clear();
		await request({ parameters: { ...byField, skipExisting: false }, items });
		expect(posts()).toHaveLength(1);
	});

	it('splits a list that the server finds too long, and goes on', async () => {
		sandbox.settings.maxPathSegment = 100;
		const { output, status } = await request({
			parameters: { ...byField, recipientsFrom: 'ids', recipientIds: fresh().slice(0, 12).join() },
			items: [{ providerId: [1000, 2000] }],
		});
		expect(status).toBe('success');
		expect(output[0]).toHaveLength(24);
	});

	it('lets one unknown ID among many fail alone', async () => {
		const [recipientId] = fresh();
		const { output } = await request({
			parameters: byField,
			onError: 'continueErrorOutput',
			items: [1000, 999_999, 2000, 4013].map((providerId) => ({ recipientId, providerId })),
		});
		expect(output[0]?.map(({ json }) => json.providerId)).toEqual(['1000', '2000', '4013']);
		expect(output[1]).toMatchObject([
			{
				json: { providerId: 999_999, error: expect.stringContaining('provider 999999') },
				pairedItem: { item: 1 },
			},
		]);
	});
});

describe('one unknown ID among many', () => {
	const recipientIds = () => [...fresh().slice(0, 24), 'dc-nobody', ...fresh().slice(24, 29)];
	const providerIds = () => [...sandbox.store.providers.keys()].slice(0, 10);
	const names = ({ json }: { json: { error?: unknown } }) => String(json.error);

	it('costs no good pair, and is named', async () => {
		const items = recipientIds().flatMap((recipientId) =>
			providerIds().map((providerId) => ({ recipientId, providerId })),
		);
		const { output } = await request({
			parameters: byField,
			onError: 'continueErrorOutput',
			items,
		});
		const [rows = [], errors = []] = output;
		expect(rows).toHaveLength(items.length - 10);
		expect(rows.every(({ json }) => json.outcome === 'REQUESTED')).toBe(true);
		expect(errors).toHaveLength(10);
		for (const one of errors) expect(names(one)).toContain('does not know the recipient dc-nobody');
		const healthy = Math.ceil(29 / 8);
		expect(posts().length).toBeLessThanOrEqual(healthy + 2);
		const reads = sandbox.log.entries.filter(({ method }) => method === 'GET');
		expect(reads.length).toBeLessThanOrEqual(4);
	});

	it('is named beside the rows of the other pairs of its item', async () => {
		const [recipientId = ''] = fresh();
		const { output } = await request({
			parameters: byField,
			onError: 'continueErrorOutput',
			items: [{ recipientId, providerId: '1000,999999,2000' }],
		});
		expect(output[0]?.map(({ json }) => [json.providerId, json.outcome])).toEqual([
			['1000', 'REQUESTED'],
			['2000', 'REQUESTED'],
		]);
		expect(output[1]?.map(({ json }) => json.error)).toEqual([
			expect.stringContaining('provider 999999'),
		]);
	});

	it('costs no good pair where it stands in every request: a provider', async () => {
		const items = fresh()
			.slice(0, 29)
			.flatMap((recipientId) =>
				[...providerIds(), 999_999].map((providerId) => ({ recipientId, providerId })),
			);
		const { output } = await request({
			parameters: byField,
			onError: 'continueErrorOutput',
			items,
		});
		expect(output[0]).toHaveLength(290);
		expect(output[1]).toHaveLength(29);
		for (const one of output[1] ?? []) {
			expect(names(one)).toContain('does not know the provider 999999');
		}
		expect(posts().length).toBeLessThanOrEqual(2 * Math.ceil(29 / 8));
	});

	it('among the pairs of one item is told with what became of the others', async () => {
		const [recipientId] = fresh();
		const { errorObject } = await request({
			parameters: byField,
			items: [{ recipientId, providerId: [1000, 999_999, 2000] }],
		});
		expect(errorObject).toMatchObject({
			message: 'Flinks does not know the provider 999999',
			description: expect.stringContaining(
				'The 3 registrations of this item: 2 requested, 1 not requested.',
			),
		});
		expect(sandbox.store.registrations.of(recipientId ?? '')).toHaveLength(2);
	});
});

describe('what nobody can know', () => {
	it('says so where Flinks took the request and cannot be asked back', async () => {
		const [recipientId] = fresh();
		const proxy = await startProxy(sandbox.url, [
			{
				on: ({ label }) => label.startsWith('own registrations'),
				skip: 1,
				fault: answers(json(403, { message: 'Forbidden' })),
			},
		]);
		const { output } = await request({
			parameters: byField,
			credentials: credentialsAt(proxy.url, sandbox).partner(),
			items: [{ recipientId, providerId: 1000 }],
		});
		await proxy.close();
		expect(output[0]?.[0]?.json).toMatchObject({
			outcome: 'NOT_CONFIRMED',
			status: null,
			providerId: '1000',
			note: expect.stringContaining('Whether it lists the registration is not known'),
		});
	});

	it('takes a web page with 200 for no answer of Flinks', async () => {
		const [recipientId] = fresh();
		const page = Buffer.from('<!DOCTYPE html><html><title>Sign in</title></html>');
		const headers = { 'content-type': 'text/html' };
		const proxy = await startProxy(sandbox.url, [
			{ on: ({ label }) => label === WRITE, fault: answers({ status: 200, headers, body: page }) },
		]);
		const { errorObject } = await request({
			parameters: byField,
			credentials: credentialsAt(proxy.url, sandbox).partner(),
			items: [{ recipientId, providerId: 1000 }],
		});
		await proxy.close();
		expect(errorObject).toMatchObject({
			message: expect.stringContaining('a web page came back'),
			description: expect.stringContaining('does not list the registration'),
		});
		expect(posts()).toHaveLength(0);
	});
});

describe('wrong input', () => {
	it.each([
		['', 'no provider was given'],
		['a/b', 'contains "/"'],
		['1000?x=1', 'contains "?"'],
	])('refuses %j for its item alone, and sends nothing for it', async (wrong, words) => {
		const { output } = await request({
			parameters: { ...byField, providersFrom: 'ids', providerIds: '={{ $json.p }}' },
			onError: 'continueRegularOutput',
			items: [
				{ recipientId: fresh()[0], p: wrong },
				{ recipientId: fresh()[1], p: '1000' },
			],
		});
		expect(output[0]).toMatchObject([
			{
				json: { error: expect.stringMatching(/^'Provider IDs'[^[]*$/), details: { item: 0 } },
				pairedItem: { item: 0 },
			},
			{ json: { outcome: 'REQUESTED' }, pairedItem: { item: 1 } },
		]);
		expect(output[0]?.[0]?.json.error).toContain(words);
		expect(posts().map(({ path }) => path)).toEqual([
			expect.stringContaining(`${fresh()[1]}/1000`),
		]);
	});

	it('stops before anything is sent when the workflow is to stop on errors', async () => {
		const { status, errorObject } = await request({
			parameters: byField,
			items: [
				{ recipientId: fresh()[0], providerId: 1000 },
				{ recipientId: fresh()[0], providerId: 'a/b' },
			],
		});
		expect(status).toBe('error');
		expect(errorObject).toMatchObject({
			message: expect.stringContaining("'Provider Field'"),
			context: { itemIndex: 1 },
		});
		expect(sandbox.log.count()).toBe(0);
	});

	it('names the fields the item has when the expected one is missing', async () => {
		const { errorObject } = await request({
			parameters: byField,
			items: [{ recipient: 'x', providerId: 1 }],
		});
		expect(errorObject).toMatchObject({ message: expect.stringContaining('"recipientId"') });
	});
});
