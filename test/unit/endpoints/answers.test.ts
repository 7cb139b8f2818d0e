import type { Client } from '../../../outbound/http/client';
import { createClient } from '../../../outbound/http/client';
import { turns } from '../../../outbound/http/turns';
import { StoredFile } from '../../../outbound/http/storedFile';
import { pageIn } from '../../../outbound/endpoints/pages';
import { getProvider } from '../../../outbound/endpoints/providers';
import {
	createRecipient,
	getRecipient,
	regenerateSecret,
	updateRecipient,
} from '../../../outbound/endpoints/recipients';
import { listRegistrations } from '../../../outbound/endpoints/registrations';
import { downloadStatement } from '../../../outbound/endpoints/statementFile';
import type { FlinksFailure } from '../../../outbound/failure';
import { quickRuntime, scripted } from '../client/scripted';
import { answered, request } from '../errors/exchanges';

async function ask(body: unknown, endpoint: (client: Client) => Promise<unknown>) {
	const exchange = {
		kind: 'answered' as const,
		response: { status: 200, headers: {}, body },
	};
	const { session, sent } = scripted([exchange]);
	const value = await endpoint(createClient(session, quickRuntime())).catch(
		({ failure }: FlinksFailure) => failure,
	);
	return { value, sent: sent[0] };
}

describe('a page', () => {
	const page = (more: object) => pageIn(request('fdx'), { accounts: [], ...more }, 'accounts');

	it('says how many rows there are, where the provider counts them', () => {
		expect(page({ page: { totalElements: 3 } })).toMatchObject({ total: 3 });
		expect(page({ page: { totalElements: 0 } })).toMatchObject({ total: 0 });
		for (const odd of [{ page: { totalElements: '3' } }, { page: {} }, { page: 3 }, {}]) {
			expect(page(odd)).not.toHaveProperty('total');
		}
	});

	it('is broken where its link has no cursor, or an empty one', () => {
		for (const href of ['/x', '/x?offset=', '/x?offset', '#offset=1']) {
			expect(page({ links: { next: { href } } })).toMatchObject({ isBroken: true });
		}
		expect(Object.keys(page({}))).toContain('nextOffset');
	});
});

describe('a statement', () => {
	const file = new StoredFile({ data: '', mimeType: 'application/pdf' }, undefined);

	it('is asked for as a PDF unless told otherwise, and named by its ID', async () => {
		const pdf = await ask(file, async (client) => await downloadStatement(client, 'a/1', 's 2'));
		expect(pdf.value).toBe(file);
		expect(pdf.sent).toMatchObject({
			method: 'GET',
			path: '/api/fdx/5/accounts/a%2F1/statements/s%202',
			accept: 'application/pdf',
			expects: 'file',
			fileName: 'statement-s 2',
		});
		const gif = await ask(
			file,
			async (client) => await downloadStatement(client, 'a', 's', 'image/gif'),
		);
		expect(gif.sent).toMatchObject({ accept: 'image/gif' });
	});

	it('is none where something else comes', async () => {
		const { value } = await ask({}, async (client) => await downloadStatement(client, 'a', 's'));
		expect(value).toMatchObject({
			kind: 'unexpected-answer',
			remedy: expect.stringContaining('(a file was expected)'),
		});
		expect(value).not.toHaveProperty('ambiguous');
	});
});

describe('an answer', () => {
	it('with many rows is read in pieces, between which n8n has its turns', async () => {
		const asked = jest.spyOn(turns, 'isDue');
		const rows = Array.from({ length: 300 }, (_, row) => ({
			client_id: `c${row}`,
			provider_id: 1,
		}));
		const { value } = await ask(rows, listRegistrations);
		expect(value).toHaveLength(300);
		expect(asked.mock.calls.length).toBeGreaterThanOrEqual(300);
		asked.mockRestore();
	});

	it('says what was expected instead', async () => {
		const uris = ['https://n8n.example/back'];
		const order = { name: 'One', scope: 'ACCOUNT_BASIC', redirect_uris: uris };
		for (const [endpoint, what] of [
			[async (client: Client) => await getProvider(client, '7'), 'one provider'],
			[async (client: Client) => await getRecipient(client, 'r'), 'one recipient'],
			[async (client: Client) => await createRecipient(client, order), 'one recipient'],
			[
				async (client: Client) => await updateRecipient(client, 'r', { redirect_uris: uris }),
				'one recipient',
			],
			[async (client: Client) => await regenerateSecret(client, 'r'), 'one secret'],
		] as const) {
			const { value, sent } = await ask([], endpoint);
			expect(value).toMatchObject({
				kind: 'unexpected-answer',
				remedy: expect.stringContaining(`(${what} was expected)`),
			});
			expect(Object(value).ambiguous).toBe(sent?.method === 'GET' ? undefined : true);
		}
	});

	it('is a list of registrations where one row has all its IDs', async () => {
		const list = async (rows: readonly unknown[]) =>
			(await ask(rows, async (client) => await listRegistrations(client))).value;
		expect(await list([])).toEqual([]);
		for (const bad of [
			[{ client_id: 'r1' }],
			[{ client_id: ' ', provider_id: 7 }],
			[{ client_id: true, provider_id: {} }],
		]) {
			expect(await list(bad)).toMatchObject({
				kind: 'unexpected-answer',
				remedy: expect.stringContaining('no entry of the list'),
			});
		}
		expect(await list([{}, { client_id: 'r1', provider_id: 7 }])).toHaveLength(2);
	});

	it('names all IDs in its failure', async () => {
		const { session } = scripted([answered(404, {})]);
		await expect(getProvider(createClient(session, quickRuntime()), '7')).rejects.toMatchObject({
			failure: { title: expect.stringContaining('7') },
		});
	});
});
