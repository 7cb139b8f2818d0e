import { createHash, randomBytes } from 'node:crypto';

import { DEMO } from '../../sandbox';
import { consented, locationOf, openPage, REDIRECT } from './support/consent';
import { talkTo, type Talk } from './support/talk';

const RECIPIENT = { client_id: DEMO.recipientId, client_secret: DEMO.recipientSecret };

let talk: Talk;
beforeEach(async () => {
	talk = await talkTo();
});
afterEach(async () => await talk.close());

const exchange = async (code: string, more: Record<string, string> = {}) =>
	await talk.token({
		grant_type: 'authorization_code',
		...RECIPIENT,
		redirect_uri: REDIRECT,
		code,
		...more,
	});
const refresh = async (refresh_token: string) =>
	await talk.token({ grant_type: 'refresh_token', ...RECIPIENT, refresh_token });

describe('PKCE', () => {
	const verifier = randomBytes(32).toString('base64url');
	const code_challenge = createHash('sha256').update(verifier).digest('base64url');
	const challenge = { code_challenge, code_challenge_method: 'S256' };

	it('is ignored unless switched on', async () => {
		const code = await consented(talk.http, challenge);
		expect((await exchange(code)).status).toBe(200);
	});

	it.each(['checked', 'required'] as const)('is held to the challenge when %s', async (pkce) => {
		talk.sandbox.settings.pkce = pkce;
		const other = randomBytes(32).toString('base64url');
		for (const more of [{}, { code_verifier: other }]) {
			const refused = await exchange(await consented(talk.http, challenge), more);
			expect([refused.status, refused.data.error]).toEqual([400, 'invalid_grant']);
		}
		const good = await exchange(await consented(talk.http, challenge), { code_verifier: verifier });
		expect(good.status).toBe(200);
	});

	it('refuses the code of one link with the verifier of another', async () => {
		talk.sandbox.settings.pkce = 'required';
		const theirs = createHash('sha256').update('another verifier').digest('base64url');
		const code = await consented(talk.http, { ...challenge, code_challenge: theirs });
		expect((await exchange(code, { code_verifier: verifier })).data.error).toBe('invalid_grant');
	});

	it('may be left out where it is checked, and not where it is required', async () => {
		talk.sandbox.settings.pkce = 'checked';
		expect((await exchange(await consented(talk.http))).status).toBe(200);
		talk.sandbox.settings.pkce = 'required';
		for (const wrong of [
			{},
			{ code_challenge },
			{ ...challenge, code_challenge_method: 'plain' },
			{ ...challenge, code_challenge: 'short' },
		]) {
			const back = locationOf(await openPage(talk.http, wrong));
			expect(back.searchParams.get('error')).toBe('invalid_request');
		}
	});
});

describe('what comes a second time', () => {
	const REUSE = { refused: 200, 'ends connection': 400 } as const;

	it.each(Object.entries(REUSE))('as a code: %s', async (codeReuse, after) => {
		await talk.http.patch('/sandbox/settings', { codeReuse });
		const code = await consented(talk.http);
		const { data } = await exchange(code);
		expect((await exchange(code)).data.error).toBe('invalid_grant');
		expect((await refresh(data.refresh_token)).status).toBe(after);
	});

	it.each(Object.entries(REUSE))('as a replaced refresh token: %s', async (refreshReuse, after) => {
		await talk.http.patch('/sandbox/settings', { refreshReuse, refreshRotation: true });
		const first = (await exchange(await consented(talk.http))).data.refresh_token;
		const second = (await refresh(first)).data.refresh_token;
		expect((await refresh(first)).data.error).toBe('invalid_grant');
		expect((await refresh(second)).status).toBe(after);
	});
});

it('lets the customer consent at another bank than the link named', async () => {
	talk.sandbox.settings.consentProviderId = 1000;
	await exchange(await consented(talk.http, { provider_id: '2000' }));
	expect(talk.sandbox.store.connections.all().map(({ providerId }) => providerId)).toEqual([1000]);
});
