import { accountPages, getAccount } from '../../../outbound/endpoints/accounts';
import { getCustomer } from '../../../outbound/endpoints/customer';
import { getProvider } from '../../../outbound/endpoints/providers';
import { regenerateSecret } from '../../../outbound/endpoints/recipients';
import { listRegistrations, requestRegistrations } from '../../../outbound/endpoints/registrations';
import { revokeConnection } from '../../../outbound/endpoints/revoke';
import type { FlinksFailure } from '../../../outbound/failure';
import { createClient, type Client } from '../../../outbound/http/client';
import { quickRuntime, scripted } from '../client/scripted';
import { answered } from '../errors/exchanges';

const PAGE = '<!doctype html><title>Sign in, se-cret, to the hotel</title>';

async function refused(body: unknown, endpoint: (client: Client) => Promise<unknown>) {
	const { session, sent } = scripted([answered(200, body)], { secrets: () => ['se-cret'] });
	const value = await endpoint(createClient(session, quickRuntime())).catch(
		({ failure }: FlinksFailure) => failure,
	);
	return { value, sent };
}

const firstAccounts = async (client: Client) =>
	await accountPages(client, { accountIds: [], resultType: 'details' })({
		offset: undefined,
		limit: undefined,
	});

const register = async (client: Client) => {
	await requestRegistrations(client, { recipientIds: ['r'], providerIds: ['1'] });
};

describe('a web page with a status of success', () => {
	it.each([
		['a list', listRegistrations],
		['one row', async (client: Client) => await getProvider(client, '7')],
		['one account', async (client: Client) => await getAccount(client, 'a')],
		['a customer', getCustomer],
		['a page of rows', firstAccounts],
		['a new secret', async (client: Client) => await regenerateSecret(client, 'r')],
		['what has no documented body', register],
		['a revocation', revokeConnection],
	] as const)(
		'is no answer of Flinks in place of %s; it is not asked for again',
		async (_, ask) => {
			const { value, sent } = await refused(PAGE, ask);
			const [request] = sent;
			expect(sent).toHaveLength(1);
			expect(value).toMatchObject({
				kind: 'unexpected-answer',
				status: 200,
				title: `Flinks could not ${request?.purpose}: a web page came back instead of an answer from Flinks`,
				text: 'a web page titled "Sign in, [hidden], to the hotel"',
			});
			expect(Object(value).ambiguous).toBe(request?.method === 'GET' ? undefined : true);
		},
	);

	it.each(['', { fine: true }, 'done', []])('is not what this is: %j', async (body) => {
		expect((await refused(body, register)).value).toBeUndefined();
	});
});
