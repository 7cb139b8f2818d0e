import type { INodeParameters } from 'n8n-workflow';

import { FlinksDataProviders } from '../../nodes/FlinksDataProviders/FlinksDataProviders.node';
import { DEMO, startSandbox, type Sandbox } from '../../sandbox';
import { appCredential, partnerApp } from '../support/app';
import { credentialsFor } from '../support/flinks';
import { rewritten, startProxy } from '../faults/proxy';
import { credentialsAt } from '../faults/support/credentials';
import { listSearch, runNode, type RunNodeOptions } from './harness';

let sandbox: Sandbox;
const providers = 3200;

beforeAll(async () => {
	sandbox = await startSandbox({ seed: { providers } });
});
beforeEach(() => sandbox.log.clear());
afterAll(async () => await sandbox.close());

type Options = Partial<RunNodeOptions>;

async function asPartner(parameters: INodeParameters, more: Options = {}) {
	return await runNode({
		node: new FlinksDataProviders(),
		credentials: { flinksOutboundPartnerOAuth2Api: credentialsFor(sandbox).partner },
		parameters,
		...more,
	});
}

async function asRecipient(parameters: INodeParameters, more: Options = {}) {
	return await runNode({
		node: new FlinksDataProviders(),
		credentials: { flinksOutboundAppApi: appCredential(sandbox) },
		parameters: { operation: 'getAllForRecipient', authentication: 'app', ...parameters },
		...more,
	});
}

const calls = (route: string) => sandbox.log.count((entry) => entry.route === route);

it('asks nothing where a recipient is active with the credential of a partner, and says which it needs', async () => {
	const { error } = await asPartner({ operation: 'getAllForRecipient' });
	expect(error?.message).toMatch(/asked with a Flinks Outbound App credential/);
	expect(error?.description).toMatch(/'Client Type' is Data Recipient/);
	expect(sandbox.log.entries).toEqual([]);
});

describe('Get Many Supported', () => {
	it('gives all of 3,200 providers with one request', async () => {
		const { output, error } = await asPartner({ returnAll: true });
		expect(error).toBeUndefined();
		expect(output[0]).toHaveLength(sandbox.store.providers.size);
		expect(calls('/api/v1/providers')).toBe(1);
		expect(output[0]?.[0]?.json).toEqual({
			providerId: '1000',
			name: 'Flinks Capital',
			country: 'CA',
			scopes: expect.arrayContaining(['ACCOUNT_BASIC']),
		});
	});

	it('stops at the limit, and asks once for a hundred searches', async () => {
		const { output } = await asPartner(
			{ limit: 2, filters: { search: '={{ $json.name }}' } },
			{
				items: Array.from({ length: 100 }, (_, at) => ({
					name: at % 2 ? 'flinks CAPITAL' : '2000',
				})),
			},
		);
		expect(calls('/api/v1/providers')).toBe(1);
		expect(output[0]).toHaveLength(100);
		expect(
			output[0]?.slice(0, 2).map(({ json, pairedItem }) => [json.providerId, pairedItem]),
		).toEqual([
			['2000', { item: 0 }],
			['1000', { item: 1 }],
		]);
	});

	it('finds by name and country', async () => {
		const { output } = await asPartner({
			returnAll: true,
			filters: { countries: ['US'], search: '1ST united' },
		});
		expect(output[0]?.map(({ json }) => json.providerId)).toEqual(['4013']);
	});

	it('leaves the rows as they came without Simplify', async () => {
		const { output } = await asPartner({ limit: 1, simplify: false });
		expect(output[0]?.[0]?.json).toMatchObject({ provider_id: 1000 });
	});

	it('gives nothing for what nobody is called', async () => {
		const { output, status } = await asPartner({ filters: { search: 'no such bank' } });
		expect([status, output[0]]).toEqual(['success', []]);
	});

	it('takes a partner app', async () => {
		const { output, error } = await asPartner(
			{ authentication: 'app', limit: 1 },
			{ credentials: { flinksOutboundAppApi: partnerApp(sandbox) } },
		);
		expect(error).toBeUndefined();
		expect(output[0]).toHaveLength(1);
	});

	it('refuses limit 0 before anything is sent', async () => {
		const { error } = await asPartner({ limit: '={{ 0 }}' });
		expect(error?.message).toContain("'Limit'");
		expect(sandbox.log.count()).toBe(0);
	});
});

describe('Get Supported', () => {
	const get = (value: string, mode = 'id') => ({
		operation: 'getSupported',
		provider: { __rl: true, mode, value },
	});

	it('gives the data inventory in ten fields or less', async () => {
		const { output } = await asPartner(get('1000'));
		const row = output[0]?.[0]?.json ?? {};
		expect(Object.keys(row).length).toBeLessThanOrEqual(10);
		expect(row).toMatchObject({
			providerId: '1000',
			website: expect.stringMatching(/^https:/),
			customerFields: expect.arrayContaining(['customerId']),
			accountFields: expect.arrayContaining([expect.stringContaining('accountId')]),
			transactionFields: expect.arrayContaining([expect.stringContaining('amount')]),
		});
	});

	it('bears null lists in the inventory', async () => {
		const lists = { account: null, customers: null, detailed_accounts: null, payments: [] };
		const proxy = await startProxy(sandbox.url, [
			{
				on: ({ path }) => path.endsWith('/providers/1000'),
				fault: rewritten((body) => ({ ...body, data_inventory: lists })),
			},
		]);
		const { output, error } = await asPartner(get('1000'), {
			credentials: credentialsAt(proxy.url, sandbox).partner(),
		});
		await proxy.close();
		expect(error).toBeUndefined();
		expect(output[0]?.[0]?.json).toMatchObject({
			providerId: '1000',
			customerFields: null,
			accountFields: null,
			paymentFields: [],
			transactionFields: null,
		});
	});

	it('asks once for each provider, and pairs the rows', async () => {
		const { output } = await asPartner(get('bank', 'field'), {
			items: [{ bank: 1000 }, { bank: 2000 }, { bank: 1000 }],
		});
		expect(output[0]?.map(({ json, pairedItem }) => [json.providerId, pairedItem])).toEqual([
			['1000', { item: 0 }],
			['2000', { item: 1 }],
			['1000', { item: 2 }],
		]);
		expect(calls('/api/v1/providers/{provider_id}')).toBe(2);
	});

	it('fails for the item with an unknown ID alone', async () => {
		const { output } = await asPartner(get('={{ $json.bank }}'), {
			items: [{ bank: '1000' }, { bank: '999999' }, { bank: 'a/b' }],
			onError: 'continueErrorOutput',
		});
		expect(output.map((items) => items.length)).toEqual([1, 2]);
	});

	it('begins nothing more once a failed item has stopped the node', async () => {
		const ids = ['999999', ...[...sandbox.store.providers.keys()].slice(0, 800)];
		const { status } = await asPartner(get('={{ $json.bank }}'), {
			items: ids.map((bank) => ({ bank: String(bank) })),
		});
		expect(status).toBe('error');
		const asked = calls('/api/v1/providers/{provider_id}');
		expect(asked).toBeLessThan(ids.length);
		// Whatever went on behind the stopped node would be seen by now.
		await asPartner({ returnAll: true });
		await asPartner({ returnAll: true });
		expect(calls('/api/v1/providers/{provider_id}')).toBe(asked);
	});

	it('is picked by name, a hundred at a time', async () => {
		const call = {
			node: new FlinksDataProviders(),
			method: 'searchProviders',
			credentials: { flinksOutboundPartnerOAuth2Api: credentialsFor(sandbox).partner },
			parameters: { operation: 'getSupported' },
		};
		const first = await listSearch(call);
		expect(first.results).toHaveLength(100);
		const second = await listSearch(call, undefined, String(first.paginationToken));
		expect(second.results[0]?.value).not.toBe(first.results[0]?.value);
		expect((await listSearch(call, 'flinks capital')).results).toEqual([
			{ name: 'Flinks Capital (CA)', value: '1000' },
		]);
	});
});

describe('Get Many for a Recipient', () => {
	it('gives the active ones only, in the basic version', async () => {
		const { output, error } = await asRecipient({ detail: 'basic', returnAll: true });
		expect(error).toBeUndefined();
		const ids = output[0]?.map(({ json }) => Number(json.providerId)) ?? [];
		expect(ids).toEqual(expect.arrayContaining([...DEMO.activeProviderIds]));
		expect(ids.length).toBeLessThan(20);
		expect(calls('/api/v1/providers')).toBe(1);
	});

	it('gives the active ones only, in the detailed version too, and asks for no others', async () => {
		const basic = await asRecipient({ detail: 'basic', returnAll: true });
		const { output } = await asRecipient({ returnAll: true });
		const ids = (rows: (typeof output)[0] | undefined) => rows?.map(({ json }) => json.providerId);
		expect(ids(output[0])).toEqual(ids(basic.output[0]));
		expect(new Set(output[0]?.map(({ json }) => json.status))).toEqual(new Set(['Activated']));
		expect(calls('/api/v2/providers')).toBe(1);
		expect(sandbox.log.entries.find(({ route }) => route === '/api/v2/providers')?.query).toEqual({
			isEnabledForClient: 'TRUE',
		});
		const capital = output[0]?.find(({ json }) => json.providerId === '1000')?.json;
		expect(capital).toMatchObject({
			status: 'Activated',
			connector: expect.any(String),
			accountTypes: expect.arrayContaining(['deposit']),
		});
	});

	it('gives every provider with its status where no status is chosen', async () => {
		const { output } = await asRecipient({ returnAll: true, statuses: [] });
		expect(output[0]).toHaveLength(sandbox.store.providers.size);
	});

	it('leaves out what Flinks sends in other statuses than those asked for, and keeps what has none, flagged', async () => {
		const proxy = await startProxy(sandbox.url, [
			{
				on: ({ path }) => path.includes('/api/v2/providers'),
				fault: rewritten(() => [
					{ provider_id: 1, name: 'Waiting Bank', country: 'CA', status: 'PendingActivation' },
					{ provider_id: 2, name: 'Active Bank', country: 'CA', status: 'Activated' },
					{ provider_id: 3, name: 'Odd Bank', country: 'CA' },
				]),
			},
		]);
		const { output, error } = await asRecipient(
			{ returnAll: true },
			{ credentials: credentialsAt(proxy.url, sandbox).app('recipient') },
		);
		await proxy.close();
		expect(error).toBeUndefined();
		expect(output[0]?.map(({ json }) => [json.name, json.status])).toEqual([
			['Active Bank', 'Activated'],
			['Odd Bank', 'UNKNOWN'],
		]);
	});

	it.each<[INodeParameters, Record<string, string>, string[]]>([
		[{ statuses: ['Activated'] }, { isEnabledForClient: 'TRUE' }, ['Activated']],
		[
			{ statuses: ['Available', 'PendingActivation', 'Suspended'] },
			{ isEnabledForClient: 'FALSE' },
			['Available', 'PendingActivation'],
		],
		[
			{ filters: { countries: ['CA'] } },
			{ isEnabledForClient: 'TRUE', country: 'CA' },
			['Activated'],
		],
		[{ statuses: ['PendingActivation'] }, { isEnabledForClient: 'FALSE' }, ['PendingActivation']],
		[
			{ statuses: ['Activated', 'PendingActivation'], filters: { countries: ['CA', 'US'] } },
			{},
			['Activated', 'PendingActivation'],
		],
	])('asks for %j', async (parameters, query, statuses) => {
		const { output } = await asRecipient({ returnAll: true, ...parameters });
		const [entry] = sandbox.log.entries.filter(({ route }) => route === '/api/v2/providers');
		expect(entry?.query).toEqual(query);
		expect([...new Set(output[0]?.map(({ json }) => json.status))].sort()).toEqual(statuses);
	});

	it("needs a recipient's credential, and says so before anything is sent", async () => {
		const { error } = await asRecipient(
			{},
			{ credentials: { flinksOutboundAppApi: partnerApp(sandbox) } },
		);
		expect(error?.message).toMatch(/Client Type .* is Partner, but this needs .* a data recipient/);
		expect(sandbox.log.count()).toBe(0);
	});

	it('refuses a country that Flinks does not know', async () => {
		const { error } = await asRecipient({ filters: { countries: '={{ ["FR"] }}' } });
		expect(error?.message).toContain("'Countries'");
	});
});
