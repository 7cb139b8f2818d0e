import { DEMO } from '../../sandbox';
import { talkTo, type Headers, type Talk } from './support/talk';

const ALL = '/api/v1/recipients/providers/requests';
const of = (clientId: string): string => `/api/v1/recipients/${clientId}/providers/requests`;

let talk: Talk;
let partner: Headers;
let recipients: string[];
beforeEach(async () => {
	talk = await talkTo({ seed: { registrations: 0 }, settings: { expiresIn: 1_000_000 } });
	partner = await talk.asPartner();
	recipients = talk.sandbox.recipients.map(({ client_id }) => client_id);
});
afterEach(async () => await talk.close());

const ask = async (who: string, where: string) =>
	await talk.http.post(`${ALL}/${who}/${where}`, undefined, partner);
const statuses = async (): Promise<string[]> =>
	(await talk.http.get(ALL, partner)).data.map(
		(row: { registration_status: string }) => row.registration_status,
	);
const admin = async (what: string, body: object) =>
	await talk.http.post(`/sandbox/registrations/${what}`, body);

it.each([',', '%2C', '%2c'])(
	'requests every recipient with every provider, lists joined by %s',
	async (comma) => {
		const [a = '', b = ''] = recipients;
		const { status, data } = await ask([a, b].join(comma), ['1000', '2000', '4013'].join(comma));
		expect([status, data.length]).toEqual([200, 6]);
		expect(data[0]).toEqual({
			client_id: a,
			client_name: 'Maple Budget',
			provider_id: 1000,
			provider_name: 'Flinks Capital',
			country: 'CA',
			registration_status: 'PENDING_APPROVAL',
			requested_on: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z$/),
		});
		expect((await talk.http.get(ALL, partner)).data).toEqual(data);
		expect((await talk.http.get(of(b), partner)).data).toEqual(data.slice(3));
	},
);

it('keeps a pair that is asked for again, and counts how often it was', async () => {
	const [a = ''] = recipients;
	const first = await ask(a, '1000');
	talk.sandbox.clock.advance(86_400_000);
	expect((await ask(`${a},${a}`, '1000,1000')).data).toEqual(first.data);
	expect(talk.sandbox.store.registrations.get(a, 1000)?.timesRequested).toBe(2);
	expect(talk.sandbox.store.registrations.size).toBe(1);
});

it.each(['dc-unknown', '', ',', '%2F', '..%2F'])(
	'requests nothing where a recipient is %p',
	async (wrong) => {
		const { status, data } = await ask(`${recipients[0]},${wrong}`, '1000');
		expect([status, data]).toEqual([400, { message: 'Invalid request parameters' }]);
		for (const id of ['1e3', '0x3e8', '-1', 'NaN', '999']) {
			expect((await ask(recipients[0] ?? '', `2000,${id}`)).status).toBe(400);
		}
		expect(talk.sandbox.store.registrations.size).toBe(0);
	},
);

it.each([
	[200, 'rows'],
	[200, 'empty'],
	[201, 'rows'],
	[202, 'empty'],
	[204, 'rows'],
] as const)(
	'succeeds with %p and %s where told to',
	async (registrationSuccess, registrationBody) => {
		Object.assign(talk.sandbox.settings, { registrationSuccess, registrationBody });
		const { status, data } = await ask(recipients[0] ?? '', '1000');
		expect(status).toBe(registrationSuccess);
		const rows = registrationBody === 'rows' && registrationSuccess !== 204;
		expect(rows ? data.length : data).toBe(rows ? 1 : '');
		expect(await statuses()).toEqual(['PENDING_APPROVAL']);
	},
);

it('goes from approval to activation to active by hand', async () => {
	await ask(recipients.slice(0, 2).join(','), '1000,2000');
	await admin('approve', { client_id: recipients[0], provider_id: 1000 });
	expect(await statuses()).toEqual(['PENDING_ACTIVATION', ...Array(3).fill('PENDING_APPROVAL')]);
	await admin('activate', { client_id: recipients[0] });
	expect((await statuses()).slice(0, 2)).toEqual(['ACTIVE', 'ACTIVE']);
	await admin('approve', { all: true });
	expect(await statuses()).toEqual([
		'ACTIVE',
		'ACTIVE',
		'PENDING_ACTIVATION',
		'PENDING_ACTIVATION',
	]);
	expect((await admin('approve', { client_id: recipients[5], provider_id: 1000 })).status).toBe(
		404,
	);
	expect((await admin('approve', {})).status).toBe(400);
});

it('goes there by the clock where told to, from approval as well as from activation', async () => {
	talk.sandbox.settings.registrationProgress = { approveAfterMs: 60_000, activateAfterMs: 600_000 };
	await ask(recipients[0] ?? '', '1000,2000');
	expect(await statuses()).toEqual(['PENDING_APPROVAL', 'PENDING_APPROVAL']);
	await admin('approve', { client_id: recipients[0], provider_id: 2000 });
	talk.sandbox.clock.advance(60_000);
	expect(await statuses()).toEqual(['PENDING_ACTIVATION', 'PENDING_ACTIVATION']);
	talk.sandbox.clock.advance(545_000);
	expect(await statuses()).toEqual(['PENDING_ACTIVATION', 'ACTIVE']);
	await talk.http.post('/sandbox/clock/advance', { ms: 60_000 });
	expect(await statuses()).toEqual(['ACTIVE', 'ACTIVE']);
});

it('says so for a recipient nobody knows, and gives an empty list for one without registrations', async () => {
	expect((await talk.http.get(of('dc-unknown'), partner)).status).toBe(400);
	talk.sandbox.settings.unknownIdStatus = 404;
	expect((await talk.http.get(of('dc-unknown'), partner)).status).toBe(404);
	expect((await talk.http.get(of(recipients[0] ?? ''), partner)).data).toEqual([]);
});

it('lists a hundred thousand rows', async () => {
	const large = await talkTo({ seed: { registrations: 100_000, providers: 1_000 } });
	const { data } = await large.http.get(ALL, await large.asPartner());
	expect(data).toHaveLength(100_000);
	expect(large.sandbox.recipients).toHaveLength(100);
	await large.close();
});

it('shows each status and ages from days to months in the small set', async () => {
	const small = await talkTo();
	const { data } = await small.http.get(ALL, await small.asPartner());
	const kinds = new Set(
		data.map((row: { registration_status: string }) => row.registration_status),
	);
	expect([...kinds].sort()).toEqual(['ACTIVE', 'PENDING_ACTIVATION', 'PENDING_APPROVAL']);
	const ages = data.map(
		(row: { requested_on: string }) => Date.now() - Date.parse(row.requested_on),
	);
	expect(Math.min(...ages)).toBeLessThan(4 * 86_400_000);
	expect(Math.max(...ages)).toBeGreaterThan(60 * 86_400_000);
	for (const id of DEMO.activeProviderIds) {
		expect(small.sandbox.store.registrations.get(DEMO.recipientId, id)?.status).toBe('ACTIVE');
	}
	await small.close();
});
