import { exchangeCode, leavesCodeUsable } from '../../../outbound/connections/exchange';
import { codeVerifier } from '../../../outbound/connections/pkce';
import type { Failure } from '../../../outbound/failure';
import { contextWith, says, tokenAnswer, type Answer } from '../auth/helpers';
import { quickRuntime } from '../client/scripted';
import { content, recipientApp } from './support';

const app = recipientApp();

async function exchange(answers: readonly Answer[], link = content()) {
	const { context, sent } = contextWith(answers);
	const connection = await exchangeCode(context, app, link, 'c0de', quickRuntime());
	return { connection, sent };
}

const failureOf = async (answers: readonly Answer[]): Promise<Failure> =>
	await exchange(answers).then(
		() => {
			throw new Error('It was exchanged');
		},
		(error: { failure: Failure }) => error.failure,
	);

describe('the exchange of a code', () => {
	it('makes a connection of the token and the link', async () => {
		const answer = tokenAnswer('access', { refresh_token: 'refresh', scope: 'ACCOUNT_BASIC' });
		const { connection, sent } = await exchange([answer]);
		expect(connection).toEqual({
			connectionId: expect.stringMatching(/^[\da-f-]{36}$/),
			requestedProviderId: '1000',
			requestedScope: 'ACCOUNT_BASIC TRANSACTIONS',
			reference: 'customer-1042',
			language: 'fr',
			refreshToken: 'refresh',
			accessToken: 'access',
			accessTokenExpiresAt: expect.any(Number),
			scope: 'ACCOUNT_BASIC',
			connectedAt: expect.stringMatching(/^20.+Z$/),
		});
		expect(sent[0]?.body).toEqual({
			grant_type: 'authorization_code',
			code: 'c0de',
			redirect_uri: app.redirectUri,
			client_id: app.clientId,
			client_secret: 'a-secret',
		});
	});

	it('leaves out what nobody knows', async () => {
		const answer = says(200, { access_token: 'access', refresh_token: 'refresh' });
		const { language: _, ...link } = content();
		const { connection } = await exchange([answer], link);
		for (const name of ['scope', 'language', 'accessTokenExpiresAt']) {
			expect(connection).not.toHaveProperty(name);
		}
	});

	it('sends the verifier of a link that was made with a challenge', async () => {
		const link = content({ pkce: true });
		const { sent } = await exchange([tokenAnswer('a', { refresh_token: 'r' })], link);
		expect(sent[0]?.body).toMatchObject({ code_verifier: codeVerifier(app, link.nonce) });
	});

	it('keeps no connection without a refresh token', async () => {
		expect(await failureOf([tokenAnswer('access')])).toMatchObject({
			kind: 'unexpected-answer',
			title: expect.stringContaining('no refresh token'),
			remedy: expect.stringMatching(/^Ask Flinks support to allow refresh tokens .+\.$/),
		});
	});

	it('says what a refused code means', async () => {
		const failure = await failureOf([says(400, { error: 'invalid_grant' })]);
		expect(failure).toMatchObject({ kind: 'not-connected', code: 'invalid_grant' });
		expect(failure.title).toContain('already used');
		expect(failure.remedy).toContain('link ID');
		expect(leavesCodeUsable(failure)).toBe(false);
	});

	it('is tried once where Flinks may have acted', async () => {
		const { context, sent } = contextWith([says(502, '')]);
		const work = exchangeCode(context, app, content(), 'c0de', quickRuntime());
		const { failure } = await work.then(
			() => ({ failure: undefined }),
			(error: { failure: Failure }) => error,
		);
		expect(sent).toHaveLength(1);
		expect(failure?.remedy).toContain('not tried again');
		expect(failure && leavesCodeUsable(failure)).toBe(false);
	});

	it('says nothing about a spent consent where Flinks never saw the code', async () => {
		const failure = await failureOf([Object.assign(new Error('x'), { code: 'ENOTFOUND' })]);
		expect(failure.kind).toBe('unreachable');
		expect(failure.remedy).not.toContain('only once');
	});

	it.each<[Partial<Failure>, boolean]>([
		[{ kind: 'unreachable' }, true],
		[{ kind: 'cancelled' }, true],
		[{ kind: 'rate-limited' }, true],
		[{ kind: 'credential-refused' }, true],
		[{ kind: 'unsupported' }, true],
		[{ kind: 'unexpected-answer', code: 'invalid_request' }, true],
		[{ kind: 'unreachable', ambiguous: true }, false],
		[{ kind: 'unexpected-answer' }, false],
		[{ kind: 'not-connected', code: 'invalid_grant' }, false],
	])('leaves the link usable after %j: %s', (failure, usable) => {
		const whole = { kind: 'cancelled', title: '', remedy: '', ...failure } as const;
		expect(leavesCodeUsable(whole)).toBe(usable);
	});
});
