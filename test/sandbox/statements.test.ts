import { DEMO } from '../../sandbox';
import { grown } from '../../sandbox/fdx/grow-pdf';
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

it('are pictures where the provider has such, the first type named that there is', async () => {
	talk.sandbox.settings.statementTypes = ['application/pdf', 'image/png', 'image/gif'];
	const id = (await list())[1]?.statementId;
	const typeFor = async (accept: string) => (await file(id, accept)).headers['content-type'];
	expect(await typeFor('image/tiff, image/gif, application/pdf')).toBe('image/gif');
	expect(await typeFor('image/*')).toBe('image/png');
	expect(await typeFor('*/*')).toBe('application/pdf');
	expect((await file(id, 'image/tiff')).status).toBe(406);
	talk.sandbox.settings.statementTypes = ['application/pdf'];
});

it.each(['inline', 'redirect', 'two redirects'] as const)(
	'of 50 MB are made while they are sent: %s',
	async (delivery) => {
		const SIZE = 50_000_000;
		const { settings, elsewhere } = talk.sandbox;
		Object.assign(settings, { statementBytes: SIZE, statementDelivery: delivery });
		const id = (await list())[1]?.statementId;
		const stream = { responseType: 'stream', maxRedirects: 0 } as const;
		let answer = await talk.plain.get(`${path}/${id}`, { ...customer, ...stream });
		let hops = 0;
		for (; answer.status === 302; hops += 1) {
			const target = new URL(String(answer.headers.location), elsewhere.url);
			expect(target.origin).toBe(elsewhere.url);
			answer = await talk.plain.get(target.href, stream);
		}
		expect(hops).toBe({ inline: 0, redirect: 1, 'two redirects': 2 }[delivery]);
		expect(Number(answer.headers['content-length'])).toBe(SIZE);
		let size = 0;
		for await (const piece of answer.data) size += piece.length;
		Object.assign(settings, { statementBytes: null, statementDelivery: 'inline' });
		expect(size).toBe(SIZE);
		expect(elsewhere.visits.filter(({ secret }) => secret)).toEqual([]);
	},
);

it('are never held whole, however large', async () => {
	const small = Buffer.from('%PDF-1.3\ntrailer\n<< /Size 2 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n');
	const { size, open } = grown(small, 1_000_000_000);
	const stream = open();
	let largest = 0;
	let read = 0;
	for await (const piece of stream) {
		largest = Math.max(largest, piece.length + stream.readableLength);
		read += piece.length;
		if (read > 50_000_000) break;
	}
	expect(size).toBe(1_000_000_000);
	expect(largest).toBeLessThan(1_000_000);
});

it('are still whole PDF files when filled up, and may come without a length', async () => {
	const { settings } = talk.sandbox;
	Object.assign(settings, { statementBytes: 20_000, statementLength: false });
	const { data, headers } = await file((await list())[1]?.statementId);
	Object.assign(settings, { statementBytes: null, statementLength: true });
	expect([data.length, headers['content-length']]).toEqual([20_000, undefined]);
	const text = data.toString('latin1');
	const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]);
	expect(text.slice(table, table + 4)).toBe('xref');
	const [, number, at] = /xref\s+(\d+) 1\s+(\d{10}) 00000 n/.exec(text.slice(table)) ?? [];
	expect(text.slice(Number(at)).startsWith(`${number} 0 obj`)).toBe(true);
	expect(text.slice(Number(/\/Prev (\d+)/.exec(text)?.[1])).startsWith('xref')).toBe(true);
});

it('are too large, or break off', async () => {
	const id = (await list())[1]?.statementId;
	talk.sandbox.settings.statementBytesMax = 100;
	const large = await file(id);
	talk.sandbox.settings.statementBytesMax = null;
	expect([large.status, codeIn(large.data)]).toEqual([413, 413]);
	talk.sandbox.faults.add({
		on: 'F7',
		times: 1,
		drip: { bytes: 64, everyMs: 0, breaksOffAfter: 128 },
	});
	await expect(file(id)).rejects.toThrow(/aborted|socket hang up|ECONNRESET/);
	expect((await file(id)).status).toBe(200);
});

it('get finished by hand, or when asked for often enough, or never', async () => {
	const account = path.split('/')[5] ?? '';
	const id = String((await list())[0]?.statementId);
	const { bank } = talk.sandbox;
	bank.statement(account, id, { status: 'PROCESSING', asksLeft: 2 });
	const statuses = [];
	for (let i = 0; i < 3; i += 1) statuses.push((await file(id)).status);
	expect(statuses).toEqual([400, 400, 200]);
	expect((await list())[0]?.status).toBe('AVAILABLE');
	const body = { statementId: id, status: 'FAILED' };
	await talk.http.post(`/sandbox/accounts/${account}/statements`, body);
	expect([(await list())[0]?.status, (await file(id)).status]).toEqual(['FAILED', 404]);
	expect(() => bank.statement(account, 'none', { status: 'FAILED' })).toThrow(RangeError);
});

it.each([
	[405, 'fdx', { code: 501 }],
	[501, 'fdx', { code: 501 }],
	[405, 'message', { message: 'Method Not Allowed' }],
] as const)('are not offered at all: %d with a body of %s', async (status, body, said) => {
	const { settings } = talk.sandbox;
	Object.assign(settings, { notOffered: ['F5', 'F6', 'F7'], notOfferedAs: { status, body } });
	for (const part of ['statements', 'statements/any', 'payment-networks']) {
		const answer = await talk.plain.get(path.replace('statements', part), customer);
		expect([answer.status, answer.data]).toEqual([status, expect.objectContaining(said)]);
	}
	settings.notOffered = [];
});
