import { createClient } from '../../../outbound/http/client';
import type { Client } from '../../../outbound/http/client';
import { accountPages, getAccount, pageIn } from '../../../outbound/endpoints/accounts';
import {
	listActiveProviders,
	listProvidersWithStatus,
} from '../../../outbound/endpoints/activeProviders';
import { getProvider, listSupportedProviders } from '../../../outbound/endpoints/providers';
import { getRecipient, listRecipients } from '../../../outbound/endpoints/recipients';
import {
	listRecipientRegistrations,
	listRegistrations,
	requestRegistrations,
} from '../../../outbound/endpoints/registrations';
import { revokeConnection } from '../../../outbound/endpoints/revoke';
import { quickRuntime, scripted } from '../client/scripted';
import { answered, request } from '../errors/exchanges';

/** Calls an endpoint with one answer to come; gives what it sent and what it made of the answer. */
async function call(body: unknown, endpoint: (client: Client) => Promise<unknown>) {
	const { session, sent } = scripted([answered(200, body)]);
	const [end] = await Promise.allSettled([endpoint(createClient(session, quickRuntime()))]);
	return {
		sent: sent[0],
		value: end.status === 'fulfilled' ? end.value : undefined,
		failure: end.status === 'rejected' ? (end.reason as { failure: unknown }).failure : undefined,
	};
}

const row = { client_id: 'r1', provider_id: 7, registration_status: 'ACTIVE' };
const details = { client_id: 'r1', name: 'One', redirect_uris: [] };
const provider = { provider_id: 7, name: 'Cedar', country: 'CA' };
const account = { depositAccount: { accountId: 'a/1' } };

type Endpoint = readonly [
	name: string,
	endpoint: (client: Client) => Promise<unknown>,
	sends: object,
	good: unknown,
];

const LISTS: readonly Endpoint[] = [
	['registrations', listRegistrations, { path: '/api/v1/recipients/providers/requests' }, [row]],
	[
		'registrations of a recipient',
		async (client) => await listRecipientRegistrations(client, 'r/1'),
		{ path: '/api/v1/recipients/r%2F1/providers/requests' },
		[row, { ...row, provider_id: '7' }],
	],
	['recipients', listRecipients, { path: '/api/v1/recipients' }, [details]],
	[
		'supported providers',
		listSupportedProviders,
		{ path: '/api/v1/providers' },
		[provider, { ...provider, provider_id: 'p' }],
	],
	[
		'active providers',
		async (client) => await listActiveProviders(client, 'CA'),
		{ path: '/api/v1/providers', query: { country: 'CA' } },
		[provider],
	],
	[
		'providers with status',
		async (client) => await listProvidersWithStatus(client, undefined, true),
		{ path: '/api/v2/providers', query: { country: undefined, isEnabledForClient: 'TRUE' } },
		[{ ...provider, provider_id: '7' }],
	],
];

const RECORDS: readonly Endpoint[] = [
	[
		'recipient',
		async (client) => await getRecipient(client, 'r 1'),
		{ path: '/api/v1/recipients/r%201' },
		details,
	],
	[
		'provider',
		async (client) => await getProvider(client, '7'),
		{ path: '/api/v1/providers/7' },
		provider,
	],
	[
		'account',
		async (client) => await getAccount(client, 'a/1'),
		{ path: '/api/fdx/5/accounts/a%2F1', family: 'fdx' },
		account,
	],
];

describe.each([...LISTS, ...RECORDS])('%s', (_, endpoint, sends, good) => {
	it('sends what Flinks documents, and gives what comes', async () => {
		const { sent, value } = await call(good, endpoint);
		expect(sent).toMatchObject({ method: 'GET', family: 'partner', expects: 'json', ...sends });
		expect(sent?.purpose).toMatch(/^(list|read) /);
		expect(value).toEqual(good);
	});

	it.each([undefined, null, '', 'text', 7, true, [[]], [null], [{}], {}, { error: 'x' }])(
		'takes nothing else for an answer: %j',
		async (body) => {
			const { failure, sent } = await call(body, endpoint);
			expect(failure).toMatchObject({
				kind: 'unexpected-answer',
				title: `Flinks could not ${sent?.purpose}: its answer is not in the documented form`,
				remedy: expect.stringMatching(
					/^Check the API Base URL of the credential \(.+ (was expected|is incomplete)\)\. If/,
				),
			});
		},
	);
});

describe('a list', () => {
	it('is given as it is where it is empty', async () => {
		for (const [, endpoint] of LISTS) expect((await call([], endpoint)).value).toEqual([]);
	});

	it('names the row that is not understood', async () => {
		const { failure } = await call([row, row, { ...row, client_id: 7 }], listRegistrations);
		expect(failure).toMatchObject({ remedy: expect.stringContaining('entry 3 of the list') });
	});

	it.each([
		{ ...row, provider_id: undefined },
		{ ...row, provider_id: null },
		{ ...row, registration_status: undefined },
		{ ...row, client_id: undefined },
	])('needs the fields that rows are known by: %j', async (bad) => {
		expect((await call([bad], listRegistrations)).failure).toBeDefined();
	});
});

describe('providers of a recipient', () => {
	it.each([
		[undefined, undefined],
		[true, 'TRUE'],
		[false, 'FALSE'],
	])('are asked for as enabled %p: %p', async (enabled, sentAs) => {
		const { sent } = await call(
			[],
			async (client) => await listProvidersWithStatus(client, 'US', enabled),
		);
		expect(sent?.query).toEqual({ country: 'US', isEnabledForClient: sentAs });
	});
});

describe('what changes something', () => {
	it('requests recipients x providers, each ID encoded, the commas not', async () => {
		const batch = { recipientIds: ['a b', 'c'], providerIds: ['1', '2'] };
		const { sent } = await call('', async (client) => await requestRegistrations(client, batch));
		expect(sent).toMatchObject({
			method: 'POST',
			family: 'partner',
			path: '/api/v1/recipients/providers/requests/a%20b,c/1,2',
			expects: 'nothing',
			purpose: 'request the registrations',
		});
		expect(sent?.safeToRepeat).not.toBe(true);
	});

	it.each([
		[['a'], ['1'], 'register recipient a with provider 1'],
		[['a', 'b'], ['1'], 'request the registrations'],
		[['a'], ['1', '2'], 'request the registrations'],
	])('names what it requests: %j with %j', async (recipientIds, providerIds, purpose) => {
		const batch = { recipientIds, providerIds };
		const { sent } = await call('', async (client) => await requestRegistrations(client, batch));
		expect(sent?.purpose).toBe(purpose);
	});

	it('revokes the connection of the token alone', async () => {
		const { sent } = await call('', revokeConnection);
		expect(sent).toMatchObject({
			method: 'DELETE',
			family: 'oauth',
			path: '/api/v1/revoke',
			expects: 'nothing',
			purpose: 'revoke the connection',
		});
	});
});

describe('a page of accounts', () => {
	const ask = async (body: unknown, accountIds: string[] = [], cursor = {}) =>
		await call(
			body,
			async (client) =>
				await accountPages(client, { accountIds, resultType: 'details' })({
					offset: undefined,
					limit: undefined,
					...cursor,
				}),
		);

	it('is asked for with the cursor, and the IDs if there are any', async () => {
		const body = { accounts: [], page: {} };
		expect((await ask(body)).sent).toMatchObject({
			method: 'GET',
			family: 'fdx',
			path: '/api/fdx/5/accounts',
			expects: 'json',
			query: { resultType: 'details' },
			purpose: 'list the accounts',
		});
		expect((await ask(body)).sent?.query?.accountIds).toBeUndefined();
		const { sent } = await ask(body, ['a', 'b'], { offset: 'c1', limit: 5 });
		expect(sent?.query).toEqual({
			accountIds: 'a,b',
			resultType: 'details',
			offset: 'c1',
			limit: 5,
		});
	});

	it.each([
		[{ nextOffset: 'c1' }, 'c1'],
		[{ nextOffset: 7 }, '7'],
		[{ nextOffset: null }, undefined],
		[{ nextOffset: {} }, undefined],
		[{}, undefined],
		[undefined, undefined],
		['text', undefined],
	])('has its next cursor in the page %j: %p', (page, nextOffset) => {
		const read = pageIn(request('fdx'), { accounts: [account], page }, 'accounts');
		expect(read).toEqual({ rows: [account], nextOffset });
	});

	it.each([undefined, null, [], 'text', {}, { accounts: {} }, { accounts: ['a'] }])(
		'is none if it is %j',
		async (body) => {
			expect((await ask(body)).failure).toMatchObject({
				kind: 'unexpected-answer',
				remedy: expect.stringMatching(
					/\((a page of accounts was expected|a list was expected|entry 1)/,
				),
			});
		},
	);
});

describe('one account', () => {
	it.each([{ accountId: 'a' }, { newAccount: { x: 1 } }])('may come as %j', async (body) => {
		expect((await call(body, async (client) => await getAccount(client, 'a'))).value).toEqual(body);
	});
});
