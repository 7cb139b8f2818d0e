import { nextToken, secretsOf, storedToken } from '../../../outbound/auth/oauth2Token';
import { checkTokenAddress } from '../../../outbound/auth/tokenAddress';
import type { NodeContext } from '../../../outbound/auth/nodeContext';
import { quickRuntime } from '../client/scripted';

const NOW = 1_000_000;
const CONSENT = 'authorizationCode';
const OWN = 'clientCredentials';

/** A node of which n8n reads the credential and renews its token; the last of `answers` repeats. */
async function next(
	grantType: string,
	answers: readonly unknown[],
	current?: string,
	oauthTokenData?: object,
) {
	let renewals = 0;
	const credential = {
		grantType,
		clientSecret: 's',
		...(oauthTokenData ? { oauthTokenData } : {}),
	};
	const context = {
		getCredentials: async () => await Promise.resolve(credential),
		helpers: {
			refreshOAuth2Token: async () => {
				renewals += 1;
				const answer = answers[Math.min(renewals, answers.length) - 1];
				if (answer instanceof Error) throw answer;
				return await Promise.resolve(answer);
			},
		},
	} as unknown as NodeContext;
	const known =
		current === undefined
			? undefined
			: { accessToken: current, expiresAt: undefined, expiresIn: undefined };
	const runtime = quickRuntime({ now: () => NOW });
	const [end] = await Promise.allSettled([nextToken(context, 'any', known, runtime)]);
	return { end, renewals };
}

const fresh = { access_token: 'new', expires_in: 300 };
const refusal = (status: number, body: object) =>
	Object.assign(new Error('refused'), { response: { status, data: body } });

describe('what n8n keeps of a token', () => {
	it.each([
		[undefined, undefined],
		[{}, undefined],
		[{ access_token: '' }, undefined],
		[{ access_token: 7 }, undefined],
		[{ access_token: 'a' }, { accessToken: 'a', expiresIn: undefined, expiresAt: undefined }],
		[
			{ access_token: 'a', expires_in: '300', n8n_expires_at: '5000' },
			{ accessToken: 'a', expiresIn: 300, expiresAt: 5000 },
		],
	])('is read from %j', (oauthTokenData, token) => {
		expect(storedToken(oauthTokenData ? { oauthTokenData } : {})).toEqual(token);
	});

	it('is secret, as far as there is any', () => {
		const oauthTokenData = { access_token: 'a', refresh_token: 'r', expires_in: 'x' };
		expect(secretsOf({ clientSecret: 's', oauthTokenData })).toEqual(['s', 'a', 'r']);
		expect(secretsOf({ clientSecret: 5, oauthTokenData: { access_token: 'a' } })).toEqual(['a']);
		expect(secretsOf({})).toEqual([]);
	});
});

describe('the address that n8n would send the secret to', () => {
	it.each([undefined, 'https://api.flinks.io/api/v1/token', ' http://localhost:1/token '])(
		'may be %j',
		(address) => {
			expect(() => checkTokenAddress(address)).not.toThrow();
		},
	);

	it.each(['http://api.flinks.io/api/v1/token', 'the-base-url-must-start-with-https:', ''])(
		'is refused where it is %j, and not repeated',
		(address) => {
			expect(() => checkTokenAddress(address)).toThrow(
				expect.objectContaining({
					failure: expect.objectContaining({
						kind: 'credential-refused',
						title: expect.not.stringContaining('flinks.io'),
					}),
				}),
			);
		},
	);
});

describe('the token after one that is of no use', () => {
	it.each([CONSENT, OWN])('is fetched by n8n (%s)', async (grantType) => {
		const { end, renewals } = await next(grantType, [fresh], 'old', { access_token: 'old' });
		expect(end).toEqual({
			status: 'fulfilled',
			value: { accessToken: 'new', expiresIn: 300, expiresAt: NOW + 300_000 },
		});
		expect(renewals).toBe(1);
	});

	it('is the one that another run has stored meanwhile, while that lives', async () => {
		const stored = { access_token: 'theirs', n8n_expires_at: String(NOW + 1) };
		for (const current of ['old', undefined]) {
			const { end, renewals } = await next(CONSENT, [fresh], current, stored);
			expect(end).toMatchObject({ value: { accessToken: 'theirs' } });
			expect(renewals).toBe(0);
		}
	});

	it.each([
		[{ access_token: 'theirs', n8n_expires_at: String(NOW) }],
		[{ access_token: 'theirs' }],
		[{ access_token: 'old', n8n_expires_at: String(NOW + 99_999) }],
		[undefined],
	])('is not the stored one where that has ended or is the same: %j', async (stored) => {
		const { end, renewals } = await next(CONSENT, [fresh], 'old', stored);
		expect(end).toMatchObject({ value: { accessToken: 'new' } });
		expect(renewals).toBe(1);
	});

	it.each([[null], ['text'], [{}], [{ access_token: '' }]])(
		'is none where n8n brings %j',
		async (body) => {
			const { end } = await next(OWN, [body], 'old');
			expect(end).toMatchObject({
				reason: { failure: { title: 'Flinks answered without an access token' } },
			});
		},
	);

	it('is none where n8n throws a success that it cannot read', async () => {
		const thrown = Object.assign(new Error('x'), { body: 'text', status: 200 });
		const { end } = await next(OWN, [thrown], 'old');
		expect(end).toMatchObject({
			reason: { failure: { title: 'Flinks answered without an access token' } },
		});
	});

	it('is asked for again after passing trouble', async () => {
		const { end, renewals } = await next(CONSENT, [refusal(503, {}), fresh], 'old');
		expect(end).toMatchObject({ value: { accessToken: 'new' } });
		expect(renewals).toBe(2);
	});

	it('has ended with the consent, in the words of a connection', async () => {
		const { end, renewals } = await next(
			CONSENT,
			[refusal(400, { error: 'invalid_grant' })],
			'old',
		);
		expect(end).toMatchObject({ reason: { failure: { kind: 'connection-lost', status: 400 } } });
		expect(renewals).toBe(1);
	});

	it('has ended with no consent where the credential has none', async () => {
		const { end } = await next(OWN, [refusal(400, { error: 'invalid_grant' })], 'old');
		expect(end).toMatchObject({
			reason: { failure: { title: expect.not.stringContaining('has ended'), status: 400 } },
		});
		const wrong = await next(OWN, [refusal(401, { error: 'invalid_client' })], 'old');
		expect(wrong.end).toMatchObject({ reason: { failure: { kind: 'credential-refused' } } });
	});
});
