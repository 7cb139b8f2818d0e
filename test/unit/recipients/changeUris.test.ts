import fc from 'fast-check';

import { changeUris, replaceUris } from '../../../outbound/recipients/changeUris';
import { answered, unanswered } from '../errors/exchanges';
import { memory } from './memory';
import { runs } from '../../support/runs';

const A = 'https://a.example/back';
const B = 'https://b.example/back';
const C = 'https://c.example/back';
const one = (...uris: string[]) => [{ client_id: 'dc-1', name: 'One', redirect_uris: uris }];
const add = (...uris: string[]) => ({ add: uris, remove: [] });
const remove = (...uris: string[]) => ({ add: [], remove: uris });

describe('changing redirect URIs', () => {
	it('reads, writes the whole list, and reads it back', async () => {
		const { client, calls, bodies } = memory(one(A));
		const { outcome, recipient, editedMeanwhile } = await changeUris(client, 'dc-1', add(B));
		expect(outcome).toBe('CHANGED');
		expect(recipient.redirect_uris).toEqual([A, B]);
		expect(editedMeanwhile).toEqual([]);
		expect(calls).toEqual(['GET', 'PUT', 'GET']);
		expect(bodies[1]).toEqual({ redirect_uris: [A, B] });
	});

	it('writes nothing where nothing changes', async () => {
		const { client, calls } = memory(one(A));
		await expect(changeUris(client, 'dc-1', add(A))).resolves.toMatchObject({
			outcome: 'UNCHANGED',
		});
		await expect(changeUris(client, 'dc-1', remove(B))).resolves.toMatchObject({
			outcome: 'UNCHANGED',
		});
		expect(calls).toEqual(['GET', 'GET']);
	});

	it('never leaves a recipient without any', async () => {
		const { client, stored } = memory(one(A));
		await expect(changeUris(client, 'dc-1', remove(A))).rejects.toMatchObject({
			failure: { kind: 'invalid-input' },
		});
		expect(stored[0]?.redirect_uris).toEqual([A]);
	});

	it('makes its change again on top of an edit that undid it, and reports the edit', async () => {
		const { client, stored, calls } = memory(one(A), ({ method }, nth) => {
			// Somebody read the list before us and writes it after us.
			if (method === 'GET' && nth === 3 && stored[0]) stored[0].redirect_uris = [A, C];
			return undefined;
		});
		const { recipient, editedMeanwhile } = await changeUris(client, 'dc-1', add(B));
		expect(recipient.redirect_uris).toEqual([A, C, B]);
		expect(editedMeanwhile).toEqual([B, C]);
		expect(calls).toEqual(['GET', 'PUT', 'GET', 'PUT', 'GET']);
	});

	it('gives up where somebody keeps undoing it, and says so', async () => {
		const { client, stored, calls } = memory(one(A), ({ method }, nth) => {
			if (method === 'GET' && nth > 1 && stored[0]) stored[0].redirect_uris = [A];
			return undefined;
		});
		await expect(changeUris(client, 'dc-1', add(B))).rejects.toMatchObject({
			failure: { ambiguous: true, title: expect.stringContaining('dc-1') },
		});
		expect(calls.filter((method) => method === 'PUT')).toHaveLength(3);
	});

	it.each([
		['acted', true, 'resolves'],
		['did not act', false, 'rejects'],
	] as const)('reads back after an unclear answer: Flinks %s', async (_, acts, ends) => {
		const { client } = memory(one(A), ({ method }) =>
			method === 'PUT' ? { acts, exchange: answered(502, '') } : undefined,
		);
		const changed = changeUris(client, 'dc-1', add(B));
		if (ends === 'resolves') await expect(changed).resolves.toMatchObject({ outcome: 'CHANGED' });
		else await expect(changed).rejects.toMatchObject({ failure: { ambiguous: true, status: 502 } });
	});

	it('says that it was written where it cannot be read back', async () => {
		const { client } = memory(one(A), (_, nth) =>
			nth === 3 ? { acts: false, exchange: unanswered('ECONNRESET', false) } : undefined,
		);
		await expect(changeUris(client, 'dc-1', add(B))).rejects.toMatchObject({
			failure: { ambiguous: true, title: expect.stringContaining('could not be read back') },
		});
	});

	it('writes nothing where Flinks does not show the list', async () => {
		const { client, calls } = memory(one(A), () => ({
			acts: false,
			exchange: answered(200, { client_id: 'dc-1', redirect_uris: null }),
		}));
		await expect(changeUris(client, 'dc-1', add(B))).rejects.toMatchObject({
			failure: { kind: 'unexpected-answer' },
		});
		expect(calls).toEqual(['GET']);
	});

	it('sends one URI as a text where Flinks takes no list, and never joins several', async () => {
		const noList = memory(one(A), ({ method, body }) => {
			const isList = JSON.stringify(body ?? {}).includes('[');
			return method === 'PUT' && isList
				? { acts: false, exchange: answered(400, { message: 'Invalid' }) }
				: undefined;
		});
		await replaceUris(noList.client, 'dc-1', [B]);
		expect(noList.stored[0]?.redirect_uris).toEqual([B]);
		await expect(replaceUris(noList.client, 'dc-1', [A, B])).rejects.toMatchObject({
			failure: { status: 400 },
		});
		expect(noList.stored[0]?.redirect_uris).toEqual([B]);
	});

	it('replaces the whole list, and writes nothing where it is the same in another order', async () => {
		const { client, stored, calls } = memory(one(A, B));
		await expect(replaceUris(client, 'dc-1', [B, A])).resolves.toMatchObject({
			outcome: 'UNCHANGED',
			recipient: { client_id: 'dc-1' },
			editedMeanwhile: [],
		});
		expect(calls).toEqual(['GET']);
		await expect(replaceUris(client, 'dc-1', [C])).resolves.toMatchObject({
			outcome: 'CHANGED',
			recipient: { redirect_uris: [C] },
			editedMeanwhile: [],
		});
		expect(stored[0]?.redirect_uris).toEqual([C]);
	});

	it('says where another list is read back than was written', async () => {
		const { client, stored } = memory(one(A), ({ method }, nth) => {
			if (method === 'GET' && nth > 1 && stored[0]) stored[0].redirect_uris = [A, C];
			return undefined;
		});
		await expect(replaceUris(client, 'dc-1', [B])).rejects.toMatchObject({
			failure: {
				kind: 'unexpected-answer',
				title: 'The redirect URIs of recipient dc-1 are not the ones that were written',
				remedy: expect.stringMatching(/^Somebody else .* Read the recipient, .*\.$/),
				ambiguous: true,
			},
		});
	});

	it('reads nothing back after a clear refusal, and passes it on', async () => {
		const { client, calls } = memory(one(A), ({ method }) =>
			method === 'PUT'
				? { acts: false, exchange: answered(403, { message: 'Forbidden' }) }
				: undefined,
		);
		await expect(changeUris(client, 'dc-1', add(B))).rejects.toMatchObject({
			failure: { status: 403 },
		});
		expect(calls).toEqual(['GET', 'PUT']);
	});

	it.each([
		[[A, 'no address'], 'Nothing more was written'],
		[undefined, 'Nothing more was written'],
	])('writes nothing on top of the list %j', async (redirect_uris, remedy) => {
		const { client, calls } = memory(one(A), () => ({
			acts: false,
			exchange: answered(200, { client_id: 'dc-1', redirect_uris }),
		}));
		await expect(replaceUris(client, 'dc-1', [B])).rejects.toMatchObject({
			failure: {
				title: expect.stringContaining('redirect URIs of recipient dc-1'),
				remedy: expect.stringContaining(remedy),
			},
		});
		expect(calls).toEqual(['GET']);
	});

	it('says what to do about a list that cannot be used, and about one not read back', async () => {
		const last = memory(one(A));
		await expect(changeUris(last.client, 'dc-1', remove(A))).rejects.toMatchObject({
			failure: {
				kind: 'invalid-input',
				title: 'Recipient dc-1 would be left without a redirect URI',
				remedy:
					'An empty list was not sent. Leave one address that customers come back to, or add another one first with Add Redirect URI.',
			},
		});
		expect(last.calls).toEqual(['GET']);
		const full = Array.from({ length: 100 }, (_, nth) => `${A}/${nth}`);
		await expect(changeUris(memory(one(...full)).client, 'dc-1', add(A))).rejects.toMatchObject({
			failure: {
				title: 'The list of redirect URIs that would be left cannot be used',
				remedy: 'There are 101. Enter 100 at most.',
			},
		});
		const lost = memory(one(A), (_, nth) =>
			nth === 3 ? { acts: false, exchange: unanswered('ECONNRESET', false) } : undefined,
		);
		await expect(changeUris(lost.client, 'dc-1', add(B))).rejects.toMatchObject({
			failure: { remedy: expect.stringMatching(/^Read the recipient to see what is stored\. \w/) },
		});
	});

	it('reports no edit where nobody made one', async () => {
		const { client } = memory(one(A));
		const unchanged = await changeUris(client, 'dc-1', add(A));
		expect(unchanged.editedMeanwhile).toEqual([]);
		expect(unchanged.recipient.client_id).toBe('dc-1');
	});

	it('loses no URI, however many changes of one recipient are asked for at once', async () => {
		const uri = fc.integer({ min: 0, max: 9 }).map((nth) => `https://${nth}.example/`);
		await fc.assert(
			fc.asyncProperty(fc.uniqueArray(uri, { minLength: 1 }), async (uris) => {
				const { client, stored } = memory(one(A));
				await Promise.all(uris.map(async (each) => changeUris(client, 'dc-1', add(each))));
				expect([...(stored[0]?.redirect_uris ?? [])].sort()).toEqual([A, ...uris].sort());
			}),
			runs(50),
		);
	});
});
