import { createClient } from '../../../outbound/http/client';
import type { Client } from '../../../outbound/http/client';
import {
	paymentNetworkPages,
	statementPages,
	transactionPages,
} from '../../../outbound/endpoints/accountData';
import { accountPages, getAccount } from '../../../outbound/endpoints/accounts';
import {
	listActiveProviders,
	listProvidersWithStatus,
} from '../../../outbound/endpoints/activeProviders';
import { getCustomer } from '../../../outbound/endpoints/customer';
import { pageIn } from '../../../outbound/endpoints/pages';
import { getProvider, listSupportedProviders } from '../../../outbound/endpoints/providers';
import {
	createRecipient,
	getRecipient,
	listRecipients,
	regenerateSecret,
	updateRecipient,
} from '../../../outbound/endpoints/recipients';
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
		[{ ...provider, provider_id: '7', status: 'Activated' }],
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
	[
		'customer',
		async (client) => await getCustomer(client),
		{ path: '/api/fdx/5/customers/current', family: 'fdx' },
		{ customerId: 'c1' },
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
					/^Check the API Base URL of the credential \(.+ (was expected|is in the documented form)\)\. If/,
				),
			});
		},
	);
});

describe('a list', () => {
	it('is given as it is where it is empty', async () => {
		for (const [, endpoint] of LISTS) expect((await call([], endpoint)).value).toEqual([]);
	});

	it.each([
		[{ ...row, registration_status: null }, { registration_status: 'UNKNOWN' }],
		[{ ...row, registration_status: ' ' }, { registration_status: 'UNKNOWN' }],
		[{ ...row, registration_status: {} }, { registration_status: 'UNKNOWN' }],
		[{ ...row, registration_status: 'Suspended' }, { registration_status: 'Suspended' }],
		[
			{ ...row, provider_id: null },
			{ provider_id: 'UNKNOWN', client_id: 'r1' },
		],
		[
			{ ...row, client_id: undefined },
			{ client_id: 'UNKNOWN', provider_id: 7 },
		],
		[{ ...row, client_id: 7 }, { client_id: '7' }],
		[{ ...row, client_name: { en: 'One' } }, { client_name: null }],
		[null, { client_id: 'UNKNOWN', provider_id: 'UNKNOWN', registration_status: 'UNKNOWN' }],
		['text', { client_id: 'UNKNOWN' }],
	])('keeps an odd row in its place, flagged: %j', async (odd, flagged) => {
		const { value, failure } = await call([row, odd, row], listRegistrations);
		expect(failure).toBeUndefined();
		expect(value).toEqual([row, expect.objectContaining(flagged), row]);
	});

	it.each([
		[{ scopes: null, contacts: null }, { scopes: null }],
		[{ scopes: 'ACCOUNT_BASIC' }, { scopes: ['ACCOUNT_BASIC'] }],
		[{ scopes: ['A', null, {}] }, { scopes: ['A', 'UNKNOWN', 'UNKNOWN'] }],
		[
			{ name: 7, country: ['CA', 'US'] },
			{ name: '7', country: 'CA US' },
		],
		[{ anything: { else: [1] } }, { anything: { else: [1] } }],
	])('reads fields of other kinds than documented: %j', async (fields, read) => {
		const odd = { ...provider, ...fields };
		const { value } = await call([odd], listSupportedProviders);
		expect(value).toEqual([expect.objectContaining(read)]);
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

describe('the recipients of a partner', () => {
	const secret = { client_id: 'r/1', client_secret: 's' };
	const writes: readonly Endpoint[] = [
		[
			'create',
			async (client) =>
				await createRecipient(client, { name: 'N', scope: ['ACCOUNT_BASIC'], redirect_uris: 'u' }),
			{
				method: 'POST',
				path: '/api/v1/recipients',
				body: { name: 'N', scope: ['ACCOUNT_BASIC'], redirect_uris: 'u' },
				purpose: 'create the recipient',
			},
			{ ...details, client_secret: 's' },
		],
		[
			'update',
			async (client) => await updateRecipient(client, 'r/1', { redirect_uris: ['u', 'v'] }),
			{
				method: 'PUT',
				path: '/api/v1/recipients/r%2F1',
				body: { redirect_uris: ['u', 'v'] },
				purpose: 'change the redirect URIs of recipient r/1',
			},
			details,
		],
		[
			'regenerate',
			async (client) => await regenerateSecret(client, 'r/1'),
			{
				method: 'POST',
				path: '/api/v1/recipients/r%2F1/secret',
				purpose: 'replace the secret of recipient r/1',
			},
			secret,
		],
	];

	it.each(writes)(
		'%s sends what Flinks documents, once, and gives what comes',
		async (...given) => {
			const [, endpoint, sends, good] = given;
			const { sent, value } = await call(good, endpoint);
			expect(sent).toMatchObject({ family: 'partner', expects: 'json', ...sends });
			expect(sent?.safeToRepeat).not.toBe(true);
			expect(value).toEqual(good);
		},
	);

	it.each(writes)('%s may have been done where the answer cannot be read', async (_, endpoint) => {
		for (const body of ['', [], { client_secret: 's' }, '<html></html>']) {
			const { failure } = await call(body, endpoint);
			expect(failure).toMatchObject({ kind: 'unexpected-answer', ambiguous: true });
		}
	});

	it.each<[string, (client: Client) => Promise<unknown>, (own: object) => unknown]>([
		['listed', listRecipients, (own) => [own]],
		['asked for', async (client) => await getRecipient(client, 'r1'), (own) => own],
		[
			'updated',
			async (client) => await updateRecipient(client, 'r1', { redirect_uris: [] }),
			(own) => own,
		],
	])('give out no secret that came where none belongs: %s', async (_, endpoint, around) => {
		const more = { name: 'Client_secret', another: 'x' };
		const { value } = await call(
			around({ ...details, ...more, client_secret: 's3cret' }),
			endpoint,
		);
		expect(JSON.stringify(value)).not.toContain('s3cret');
		expect(value).toMatchObject(around({ client_id: 'r1', ...more }) as object);
	});

	it('come without a secret where Flinks sent none', async () => {
		const { value } = await call(details, async (client) => await regenerateSecret(client, 'r1'));
		expect(value).toMatchObject({ client_id: 'r1', client_secret: undefined });
	});
});

describe('the data of an account', () => {
	const days = { startTime: '2026-01-01', endTime: '2026-02-01' };
	it.each([
		['transactions', async (client: Client) => transactionPages(client, 'a/1', days), days],
		['payment-networks', async (client: Client) => paymentNetworkPages(client, 'a/1'), {}],
		['statements', async (client: Client) => statementPages(client, 'a/1', days), days],
	])('%s come in pages', async (name, pages, query) => {
		const list = name === 'payment-networks' ? 'paymentNetworks' : name;
		const body = { [list]: [account], page: { nextOffset: 'c2' } };
		const { sent, value } = await call(body, async (client) =>
			(await pages(client))({ offset: 'c1', limit: 5 }),
		);
		expect(sent).toMatchObject({
			method: 'GET',
			family: 'fdx',
			path: `/api/fdx/5/accounts/a%2F1/${name}`,
			expects: 'json',
		});
		expect(sent?.query).toEqual({ ...query, offset: 'c1', limit: 5 });
		expect(value).toEqual({ rows: [account], nextOffset: 'c2' });
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
		[{ nextOffset: '' }, undefined],
		[{}, undefined],
		[undefined, undefined],
		['text', undefined],
	])('has its next cursor in the page %j: %p', (page, nextOffset) => {
		const read = pageIn(request('fdx'), { accounts: [account], page }, 'accounts');
		expect(read).toEqual({ rows: [account], nextOffset });
	});

	it.each([
		[{ next: { href: 'https://other.example/x?limit=1&offset=c%2F2#f' } }, 'c/2'],
		[{ next: { href: '/x?offset=7' } }, '7'],
		[{ next: 'https://other.example/x?offset=c2' }, 'c2'],
		[{ next: { href: '' } }, undefined],
		[{ next: null }, undefined],
		[null, undefined],
	])('has its next cursor in the links %j where the page has none: %p', (links, nextOffset) => {
		for (const page of [undefined, {}, { nextOffset: null }, { nextOffset: '' }]) {
			const read = pageIn(request('fdx'), { accounts: [account], page, links }, 'accounts');
			expect(read).toEqual({ rows: [account], nextOffset });
		}
	});

	it.each([
		[{ nextOffset: {} }, undefined],
		[undefined, { next: { href: 'https://flinks.example/x?page=2' } }],
		[undefined, { next: { href: 7 } }],
	])('is broken where it has a next one that cannot be asked for: %j %j', (page, links) => {
		const read = pageIn(request('fdx'), { accounts: [account], page, links }, 'accounts');
		expect(read).toEqual({ rows: [account], nextOffset: undefined, isBroken: true });
	});

	it('prefers the cursor of the page, and keeps what is no record in its place', () => {
		const body = {
			accounts: [account, null, 'text', ['a']],
			page: { nextOffset: 'c1' },
			links: { next: { href: '/x?offset=c2' } },
		};
		expect(pageIn(request('fdx'), body, 'accounts')).toEqual({
			rows: [account, { UNKNOWN: 'null' }, { UNKNOWN: 'a string' }, { UNKNOWN: 'a list' }],
			nextOffset: 'c1',
		});
	});

	it.each([undefined, null, [], 'text', {}, { accounts: {} }, { accounts: ['a'] }])(
		'is none if it is %j',
		async (body) => {
			expect((await ask(body)).failure).toMatchObject({
				kind: 'unexpected-answer',
				remedy: expect.stringMatching(
					/\((a page of accounts was expected|a list was expected|no entry)/,
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
