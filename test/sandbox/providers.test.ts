import { DEMO } from '../../sandbox';
import { setStatus } from '../../sandbox/store/registrations';
import { talkTo, type Headers, type Talk } from './support/talk';

interface Row {
	readonly provider_id: number;
	readonly country: string;
	readonly status: string;
}

let talk: Talk;
let partner: Headers;
let recipient: Headers;
beforeAll(async () => {
	talk = await talkTo({ seed: { registrations: 0 } });
	const { store, clock } = talk.sandbox;
	const maple = store.recipients.get(DEMO.recipientId);
	for (const [id, status] of [
		[1000, 'ACTIVE'],
		[4013, 'ACTIVE'],
		[4100, 'ACTIVE'],
		[2000, 'PENDING_ACTIVATION'],
		[2200, 'PENDING_APPROVAL'],
	] as const) {
		const provider = store.providers.get(id);
		if (!maple || !provider) throw new Error('The seed changed');
		const row = store.registrations.request(maple, provider, clock.now());
		setStatus(row, status, clock.now());
		row.suspended = id === 4100;
	}
	partner = await talk.asPartner();
	recipient = await talk.asRecipient();
});
afterAll(async () => await talk.close());

const v1 = async (who: Headers, query = '') =>
	await talk.http.get(`/api/v1/providers${query}`, who);
const v2 = async (query = ''): Promise<Row[]> =>
	(await talk.http.get(`/api/v2/providers${query}`, recipient)).data;
const ids = (rows: Row[]): number[] => rows.map(({ provider_id }) => provider_id);

it('gives a partner all that are supported, a recipient its active ones', async () => {
	expect((await v1(partner)).data).toHaveLength(25);
	expect(ids((await v1(recipient)).data)).toEqual([1000, 4013]);
	expect(ids((await v1(recipient, '?country=US')).data)).toEqual([4013]);
	expect((await v1(recipient, '?country=FR')).status).toBe(400);
});

it('tells all four statuses apart in version 2', async () => {
	const all = await v2();
	const statusOf = (id: number) => all.find(({ provider_id }) => provider_id === id)?.status;
	expect([1000, 2000, 2200, 4100, 4200].map(statusOf)).toEqual([
		'Activated',
		'PendingActivation',
		'PendingActivation',
		'Suspended',
		'Available',
	]);
	expect(all).toHaveLength(25);
	expect(all[0]).toMatchObject({
		connectorName: 'flinks',
		availableAccountTypes: { depositAccounts: 'true', investmentAccounts: 'true' },
	});
});

it('filters version 2 by country and by being enabled', async () => {
	expect(ids(await v2('?isEnabledForClient=TRUE'))).toEqual([1000, 4013]);
	expect(ids(await v2('?isEnabledForClient=true&country=CA'))).toEqual([1000]);
	expect(await v2('?isEnabledForClient=FALSE')).toHaveLength(23);
	expect(await v2('?isEnabledForClient=')).toHaveLength(25);
	const both = [...(await v2('?country=CA')), ...(await v2('?country=US'))];
	expect(both).toHaveLength((await v2('?country=CA,US')).length);
	for (const query of ['?country=FR', '?isEnabledForClient=maybe', '?country=CA&country=US']) {
		expect((await talk.http.get(`/api/v2/providers${query}`, recipient)).status).toBe(400);
	}
});

it('describes one with its data inventory', async () => {
	const { data } = await talk.http.get('/api/v1/providers/4013', partner);
	expect(data).toMatchObject({ provider_id: 4013, name: '1st United CU', country: 'US' });
	expect(Object.keys(data.data_inventory).sort()).toEqual([
		'account',
		'customers',
		'detailed_accounts',
		'lightweight_accounts',
		'payments',
		'transactions',
	]);
	const without = await talk.http.get(
		`/api/v1/providers/${DEMO.providerWithoutPaymentNetworks}`,
		partner,
	);
	expect(without.data.data_inventory.payments).toEqual([]);
	for (const id of ['999', 'abc', '1e3']) {
		expect((await talk.http.get(`/api/v1/providers/${id}`, partner)).status).toBe(400);
	}
});

it('keeps partner and recipient calls apart by their tokens', async () => {
	const customer = talk.asCustomer();
	expect((await talk.http.get('/api/v2/providers', partner)).status).toBe(403);
	expect((await talk.http.get('/api/v1/recipients', recipient)).status).toBe(403);
	expect((await v1(customer)).status).toBe(403);
	talk.sandbox.settings.wrongTokenStatus = 401;
	expect((await talk.http.get('/api/v1/recipients', recipient)).status).toBe(401);
	talk.sandbox.settings.wrongTokenStatus = 403;
	expect((await talk.http.get('/api/fdx/5/accounts', recipient)).data.code).toBe(602);
});

it('has thousands on request, always the same', async () => {
	const large = async () => {
		const world = await talkTo({ seed: { providers: 3_000 } });
		const { data } = await world.http.get('/api/v1/providers', await world.asPartner());
		await world.close();
		return data;
	};
	const data = await large();
	expect(new Set(ids(data)).size).toBe(3_000);
	expect(await large()).toEqual(data);
});
