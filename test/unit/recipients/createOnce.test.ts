import { createOnce } from '../../../outbound/recipients/createOnce';
import type { NewRecipient } from '../../../outbound/model/types';
import { answered, unanswered } from '../errors/exchanges';
import { memory, type Trouble } from './memory';

const BODY: NewRecipient = {
	name: 'Maple Lending',
	scope: ['ACCOUNT_BASIC'],
	redirect_uris: ['https://a.example/back'],
};
const once = { evenIfNameExists: false };
const existing = {
	client_id: 'dc-0',
	name: 'maple  LENDING',
	redirect_uris: ['https://a.example/back'],
};

const onPost = (trouble: Trouble) => (request: { method: string }) =>
	request.method === 'POST' ? trouble : undefined;

describe('creating a recipient once', () => {
	it('gives its secret out', async () => {
		const { client, calls } = memory([]);
		const created = await createOnce(client, BODY, once);
		expect(created).toMatchObject({ outcome: 'CREATED', clientSecret: 's3cret' });
		expect(created.recipient).not.toHaveProperty('client_secret');
		expect(calls).toEqual(['GET', 'POST']);
	});

	it('creates no second one of the same name unless asked to', async () => {
		const { client, stored } = memory([existing]);
		await expect(createOnce(client, BODY, once)).rejects.toMatchObject({
			failure: { kind: 'invalid-input', title: expect.stringContaining('dc-0') },
		});
		expect(stored).toHaveLength(1);
		await createOnce(client, BODY, { evenIfNameExists: true });
		expect(stored).toHaveLength(2);
	});

	it('creates one where the same is asked for twice at once', async () => {
		const { client, stored } = memory([]);
		const both = await Promise.allSettled([
			createOnce(client, BODY, once),
			createOnce(client, BODY, once),
		]);
		expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
		expect(stored).toHaveLength(1);
	});

	it.each([
		['a 5xx', answered(500, { message: 'Internal Server Error' })],
		['a time-out', unanswered('ETIMEDOUT', false)],
		['an answer that cannot be read', answered(200, 'OK')],
	])(
		'finds it after %s, beside one of the same name, and sends nothing again',
		async (_, exchange) => {
			const { client, stored, calls } = memory([existing], onPost({ acts: true, exchange }));
			await expect(createOnce(client, BODY, { evenIfNameExists: true })).resolves.toMatchObject({
				outcome: 'FOUND_AFTER_UNCLEAR_ANSWER',
				recipient: { client_id: 'dc-2' },
				clientSecret: null,
			});
			expect(stored).toHaveLength(2);
			expect(calls.filter((method) => method === 'POST')).toHaveLength(1);
		},
	);

	it('says that it is not known where Flinks does not list it', async () => {
		const { client, calls } = memory([], onPost({ acts: false, exchange: answered(503, '') }));
		await expect(createOnce(client, BODY, once)).rejects.toMatchObject({
			failure: { ambiguous: true, title: 'It is not known whether Flinks created the recipient' },
		});
		expect(calls).toEqual(['GET', 'POST', 'GET']);
	});

	it('says so too where Flinks cannot be asked, or others created the same', async () => {
		const silent = memory([], (_, nth) =>
			nth > 1 ? { acts: true, exchange: unanswered('ECONNRESET', false) } : undefined,
		);
		await expect(createOnce(silent.client, BODY, once)).rejects.toMatchObject({
			failure: { ambiguous: true, remedy: expect.stringContaining('could not be asked') },
		});
		const crowd = memory([], ({ method }) => {
			if (method !== 'POST') return undefined;
			crowd.stored.push({ ...existing, client_id: 'dc-foreign' });
			return { acts: true, exchange: answered(500, '') };
		});
		await expect(createOnce(crowd.client, BODY, once)).rejects.toMatchObject({
			failure: { ambiguous: true, remedy: expect.stringContaining('several') },
		});
	});

	it('passes a clear refusal on, and asks nothing more', async () => {
		const exchange = answered(403, { message: 'Forbidden' });
		const { client, calls } = memory([], onPost({ acts: false, exchange }));
		await expect(createOnce(client, BODY, once)).rejects.toMatchObject({
			failure: { status: 403, title: expect.not.stringContaining('not known') },
		});
		expect(calls).toEqual(['GET', 'POST']);
	});

	it.each([
		['Maple Lending', true],
		[' maple\u00a0\n LENDING ', true],
		['MapleLending', false],
		['Birch Lending', false],
		[null, false],
		[undefined, false],
	])('takes %j for a recipient of the same name: %p', async (name, isSame) => {
		const listed = answered(200, [{ client_id: 'dc-0', name }]);
		const { client, calls } = memory([], ({ method }) =>
			method === 'GET' ? { acts: false, exchange: listed } : undefined,
		);
		const created = createOnce(client, BODY, once);
		if (isSame) {
			await expect(created).rejects.toMatchObject({
				failure: {
					title: 'There is a recipient of this name already: dc-0',
					remedy:
						'Nothing was created. Use that recipient, choose another name, or turn on Create Even if Name Exists.',
				},
			});
		} else await created;
		expect(calls).toEqual(isSame ? ['GET'] : ['GET', 'POST']);
	});

	it('does not take for its own what has other redirect URIs', async () => {
		const foreign = memory([], ({ method }) => {
			if (method !== 'POST') return undefined;
			foreign.stored.push({ ...existing, redirect_uris: ['https://b.example/'] });
			return { acts: false, exchange: answered(500, '') };
		});
		await expect(createOnce(foreign.client, BODY, once)).rejects.toMatchObject({
			failure: {
				remedy:
					'Flinks does not list it now, and may do so later. List the recipients in some minutes before you run it again.',
			},
		});
	});

	it('finds the one whose single redirect URI was given as a text', async () => {
		const trouble = { acts: true, exchange: answered(500, '') };
		const { client } = memory([], onPost(trouble));
		const body = { ...BODY, redirect_uris: 'https://a.example/back' };
		await expect(createOnce(client, body, once)).resolves.toMatchObject({
			outcome: 'FOUND_AFTER_UNCLEAR_ANSWER',
			recipient: { redirect_uris: ['https://a.example/back'] },
		});
	});
});
