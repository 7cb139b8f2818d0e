import { createDirectory } from '../../../outbound/registrations/directory';
import {
	readForRequest,
	readKnownRegistrations,
	readRegistrations,
	rowsRead,
} from '../../../outbound/registrations/read';
import { readSelections } from '../../../outbound/registrations/select';
import { answered } from '../errors/exchanges';
import { memory, pair } from './memory';

const SEEDED = [pair('r1', 1), pair('r1', 2), pair('r2', 1), pair('r3', 1), pair('r4', 9)];
const own = (id: string) => `GET /api/v1/recipients/${id}/providers/requests`;
const ALL = 'GET /api/v1/recipients/providers/requests';
const down = { acts: false, exchange: answered(403, {}) };

describe('the registrations of recipients', () => {
	it('are asked one by one for up to three, each once', async () => {
		const { client, calls } = memory(SEEDED);
		const read = await readRegistrations(client, ['r1', 'r2', 'r1', 'r3']);
		expect(calls).toEqual(['r1', 'r2', 'r3'].map(own));
		expect([...read.keys()]).toEqual(['r1', 'r2', 'r3']);
		expect(read.get('r1')).toMatchObject({ value: [{ provider_id: 1 }, { provider_id: 2 }] });
	});

	it('are asked in one request for more', async () => {
		const { client, calls } = memory(SEEDED);
		const read = await readRegistrations(client, ['r1', 'r2', 'r3', 'r5']);
		expect(calls).toEqual([ALL]);
		expect([...read.keys()]).toEqual(['r1', 'r2', 'r3', 'r5']);
		expect(read.get('r1')).toMatchObject({ value: [{ provider_id: 1 }, { provider_id: 2 }] });
		expect(read.get('r5')).toEqual({ kind: 'done', value: [] });
	});

	it('stay those of the recipient that they name, and are its own where they name none', async () => {
		const rows = [
			{ client_id: 'r2', provider_id: 1 },
			{ client_id: null, provider_id: 2 },
		];
		const { client } = memory(SEEDED, () => ({ acts: false, exchange: answered(200, rows) }));
		const read = await readRegistrations(client, ['r1']);
		expect(read.get('r1')).toMatchObject({
			value: [
				{ client_id: 'r2', provider_id: 1 },
				{ client_id: 'r1', provider_id: 2 },
			],
		});
	});

	it('of nobody that can be read come out with those of all', async () => {
		const rows = [
			{ client_id: null, provider_id: 2 },
			{ client_id: 'r1', provider_id: 1 },
		];
		const { client } = memory(SEEDED, () => ({ acts: false, exchange: answered(200, rows) }));
		const read = await readRegistrations(client, ['r1', 'r2', 'r3', 'r4']);
		expect(rowsRead(read)).toMatchObject([{ provider_id: 1 }, { provider_id: 2 }]);
		expect(read.get('UNKNOWN')).toMatchObject({ value: [{ provider_id: 2 }] });
		const { client: other } = memory(SEEDED);
		expect((await readRegistrations(other, ['r1', 'r2', 'r3', 'r4'])).has('UNKNOWN')).toBe(false);
	});

	it('fail for each recipient on its own', async () => {
		const { client } = memory(SEEDED, ({ path }) => (path.includes('r2') ? down : undefined));
		const read = await readRegistrations(client, ['r1', 'r2']);
		expect(read.get('r1')?.kind).toBe('done');
		expect(read.get('r2')?.kind).toBe('failed');
	});

	it('fail for all where one answer holds them all', async () => {
		const { client } = memory(SEEDED, () => down);
		const read = await readRegistrations(client, ['r1', 'r2', 'r3', 'r4']);
		expect([...read.values()].map(({ kind }) => kind)).toEqual(new Array(4).fill('failed'));
	});

	it('are not asked where nobody is named', async () => {
		const { client, calls } = memory(SEEDED);
		expect((await readRegistrations(client, [])).size).toBe(0);
		expect(calls).toEqual([]);
	});
});

describe('a recipient without registrations', () => {
	it('is a failure where Flinks does not know it', async () => {
		const { client, calls } = memory(SEEDED, undefined, {}, ['r1', 'idle']);
		const read = await readKnownRegistrations(client, ['r1', 'idle', 'typo']);
		expect(calls.at(-1)).toBe('GET /api/v1/recipients');
		expect(read.get('idle')).toEqual({ kind: 'done', value: [] });
		expect(read.get('r1')?.kind).toBe('done');
		expect(read.get('typo')).toMatchObject({
			kind: 'failed',
			failure: { kind: 'not-found', title: expect.stringContaining('typo') },
		});
	});

	it('is no failure where nobody can tell', async () => {
		const { client } = memory(SEEDED, ({ path }) =>
			path === '/api/v1/recipients' ? down : undefined,
		);
		const read = await readKnownRegistrations(client, ['typo']);
		expect(read.get('typo')).toEqual({ kind: 'done', value: [] });
	});

	it.each([400, 404])(
		'is one that Flinks does not know where it is refused with %i',
		async (status) => {
			const refused = { acts: false, exchange: answered(status, {}) };
			const { client } = memory(
				SEEDED,
				({ path }) => (/typo|idle/.test(path) ? refused : undefined),
				{},
				['r1', 'idle'],
			);
			const read = await readKnownRegistrations(client, ['r1', 'idle', 'typo']);
			expect(read.get('r1')?.kind).toBe('done');
			expect(read.get('idle')).toMatchObject({ failure: { status } });
			expect(read.get('typo')).toEqual({
				kind: 'failed',
				failure: {
					kind: 'not-found',
					title: 'Flinks does not know the recipient typo',
					remedy: 'Pick the recipient from the list, or check its ID with Flinks.',
				},
			});
		},
	);

	it('is not looked up where the refusal is about something else', async () => {
		const { client, calls } = memory(SEEDED, () => down);
		const read = await readKnownRegistrations(client, ['typo']);
		expect(read.get('typo')).toMatchObject({ failure: { kind: 'forbidden' } });
		expect(calls).toEqual([own('typo')]);
	});

	it('may have none yet where they are about to be requested', async () => {
		const { client, calls } = memory(SEEDED);
		const read = await readForRequest(client, ['new'], createDirectory(client));
		expect(read.get('new')).toEqual({ kind: 'done', value: [] });
		expect(calls).toEqual([own('new')]);
	});

	it('is the only reason to ask for the recipients', async () => {
		const { client, calls } = memory(SEEDED);
		await readKnownRegistrations(client, ['r1']);
		expect(calls).toEqual([own('r1')]);
	});
});

describe('selections', () => {
	it('are read together, each recipient once', async () => {
		const { client, calls } = memory(SEEDED);
		const selected = await readSelections(client, [['r1'], ['r2', 'r1'], ['r1']]);
		expect(calls).toEqual([own('r1'), own('r2')]);
		expect(selected(['r2', 'r1'])).toMatchObject({
			value: [{ client_id: 'r2' }, { client_id: 'r1' }, { client_id: 'r1' }],
		});
	});

	it('of all and of some are two questions', async () => {
		const { client, calls } = memory(SEEDED);
		const selected = await readSelections(client, ['all', ['r1'], 'all']);
		expect(calls).toEqual([ALL, own('r1')]);
		expect(selected('all')).toMatchObject({ value: { length: 5 } });
		expect(selected(['r1'])).toMatchObject({ value: { length: 2 } });
	});

	it('of nobody ask nothing', async () => {
		const { client, calls } = memory(SEEDED);
		const selected = await readSelections(client, []);
		expect(calls).toEqual([]);
		expect(selected([])).toEqual({ kind: 'done', value: [] });
		expect(selected(['r1'])).toMatchObject({ kind: 'failed' });
	});

	it('fail as a whole with one recipient that cannot be read', async () => {
		const { client } = memory(SEEDED, ({ path }) => (path.includes('r2') ? down : undefined));
		const selected = await readSelections(client, [['r1', 'r2'], ['r1']]);
		expect(selected(['r1', 'r2'])).toMatchObject({ failure: { status: 403 } });
		expect(selected(['r1']).kind).toBe('done');
	});
});
