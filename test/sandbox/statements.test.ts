import { DEMO } from '../../sandbox';
import { talkTo, type Headers, type Talk } from './support/talk';

let talk: Talk;
let customer: Headers;
let path: string;
beforeAll(async () => {
	talk = await talkTo({ seed: { startAt: Date.parse('2026-03-15T12:00:00Z') } });
	customer = talk.asCustomer();
	const account = talk.sandbox.store.customers.get(DEMO.providerId, DEMO.customer)?.accounts[0];
	path = `/api/fdx/5/accounts/${account?.id}/statements`;
});
afterAll(async () => await talk.close());

interface Row {
	readonly statementId: string;
	readonly statementDate: string;
	readonly status: string;
}
const list = async (query = ''): Promise<Row[]> =>
	(await talk.http.get(`${path}${query}`, customer)).data.statements;
const file = async (id: string | undefined, accept?: string) =>
	await talk.http.get(`${path}/${id}`, {
		headers: { ...customer.headers, Accept: accept ?? null },
		responseType: 'arraybuffer',
	});
const codeIn = (data: Buffer): number => JSON.parse(data.toString()).code;

it('are listed a year back, or for the days asked for', async () => {
	const year = await list();
	expect(year.map(({ statementDate }) => statementDate).slice(0, 3)).toEqual([
		'2026-02-28',
		'2026-01-31',
		'2025-12-31',
	]);
	expect(year).toHaveLength(12);
	const some = await list('?startTime=2025-10-01&endTime=2025-12-31');
	expect(some.map(({ statementDate }) => statementDate)).toEqual([
		'2025-12-31',
		'2025-11-30',
		'2025-10-31',
	]);
});

it.each([undefined, '*/*', 'application/pdf', 'text/html, application/pdf;q=0.9'])(
	'are PDF files that open, for Accept %p',
	async (accept) => {
		const { status, headers, data } = await file((await list())[1]?.statementId, accept);
		expect([status, headers['content-type']]).toEqual([200, 'application/pdf']);
		expect(data.subarray(0, 5).toString()).toBe('%PDF-');
		expect(data.subarray(-6).toString()).toContain('%%EOF');
	},
);

it('are refused as pictures, while they are being drawn up, and where there is none', async () => {
	const [newest, older] = await list();
	const picture = await file(older?.statementId, 'image/png');
	expect([picture.status, codeIn(picture.data)]).toEqual([406, 1203]);
	const early = await file(newest?.statementId);
	expect([newest?.status, early.status, codeIn(early.data)]).toEqual(['PROCESSING', 400, 1300]);
	const none = await file('st-none');
	expect([none.status, codeIn(none.data)]).toEqual([404, 1107]);
});

it('are kept elsewhere where told to, and need no bearer there', async () => {
	talk.sandbox.settings.statementDelivery = 'redirect';
	const { status, headers } = await file((await list())[1]?.statementId);
	talk.sandbox.settings.statementDelivery = 'inline';
	expect(status).toBe(302);
	const { data } = await talk.http.get(String(headers.location), { responseType: 'arraybuffer' });
	expect(data.subarray(0, 5).toString()).toBe('%PDF-');
});
