import type { Family } from '../../../outbound/wire';
import { explain } from '../../../outbound/errors/explain';
import { answered, request, unanswered } from './exchanges';

const MESSAGES: ReadonlyArray<readonly [Family, number, string, string, string]> = [
	[
		'partner',
		200,
		'unexpected-answer',
		'Flinks could not list the accounts: the answer could not be understood',
		'Check the base URL in the Flinks credential. If it is right, ask Flinks support.',
	],
	[
		'partner',
		302,
		'unexpected-answer',
		'Flinks could not list the accounts: the answer was a redirect, which is not followed so that tokens stay safe',
		'Set the base URL in the Flinks credential to the final address, starting with https.',
	],
	[
		'partner',
		400,
		'invalid-input',
		'Flinks could not list the accounts: the values sent were not accepted',
		'Check the IDs, dates and other values in the node.',
	],
	[
		'partner',
		401,
		'credential-refused',
		'Flinks could not list the accounts: the credential was not accepted',
		'Check the client ID and client secret in the Flinks credential, and that its base URLs belong to the same environment.',
	],
	[
		'partner',
		403,
		'forbidden',
		'Flinks could not list the accounts: this credential is not allowed to do this',
		'Use a partner credential with the scope client:admin, or ask Flinks what the client may do.',
	],
	[
		'partner',
		404,
		'not-found',
		'Flinks could not list the accounts: nothing exists under this ID or address',
		'Check the ID. If every request ends this way, check the base URL in the Flinks credential.',
	],
	[
		'partner',
		405,
		'unsupported',
		'Flinks could not list the accounts: this address does not take this kind of request',
		'Check the base URL in the Flinks credential.',
	],
	[
		'partner',
		406,
		'unsupported',
		'Flinks could not list the accounts: the file type asked for is not offered',
		'Choose another file type.',
	],
	[
		'partner',
		408,
		'timed-out',
		'Flinks could not list the accounts: the request took too long to arrive',
		'Try again in a few minutes. If it keeps happening, ask Flinks support.',
	],
	[
		'partner',
		409,
		'invalid-input',
		'Flinks could not list the accounts: this conflicts with something that already exists',
		'Look at what exists already, then change the values or leave this item out.',
	],
	[
		'partner',
		410,
		'not-found',
		'Flinks could not list the accounts: what was asked for no longer exists',
		'Leave this item out, or choose another ID.',
	],
	[
		'partner',
		413,
		'invalid-input',
		'Flinks could not list the accounts: the request or the file is too large',
		'Ask for less at once.',
	],
	[
		'partner',
		414,
		'invalid-input',
		'Flinks could not list the accounts: too many IDs were sent in one request',
		'Ask for fewer IDs at once, or lower the limit on the request length in the node options.',
	],
	[
		'partner',
		415,
		'unsupported',
		'Flinks could not list the accounts: the form of the request was not accepted',
		'Check the base URL in the Flinks credential.',
	],
	[
		'partner',
		418,
		'invalid-input',
		'Flinks could not list the accounts: the request was not accepted',
		'Check the values in the node and the base URL in the Flinks credential.',
	],
	[
		'partner',
		422,
		'invalid-input',
		'Flinks could not list the accounts: the values sent were understood but not accepted',
		'Check that the values in the node fit together, for example the account and the dates.',
	],
	[
		'partner',
		429,
		'rate-limited',
		'Flinks could not list the accounts: too many requests were sent in a short time',
		'Wait a minute and run again. To stay under the limit, process fewer items at a time or run the workflow less often.',
	],
	[
		'partner',
		431,
		'invalid-input',
		'Flinks could not list the accounts: too many IDs were sent in one request',
		'Ask for fewer IDs at once, or lower the limit on the request length in the node options.',
	],
	[
		'partner',
		500,
		'temporarily-unavailable',
		'Flinks could not list the accounts: something went wrong inside Flinks or on the way to it',
		'Try again in a few minutes. If it keeps happening, ask Flinks support.',
	],
	[
		'partner',
		501,
		'unsupported',
		'Flinks could not list the accounts: Flinks does not offer this',
		'Check the base URL in the Flinks credential.',
	],
	[
		'partner',
		502,
		'temporarily-unavailable',
		'Flinks could not list the accounts: something went wrong inside Flinks or on the way to it',
		'Try again in a few minutes. If it keeps happening, ask Flinks support.',
	],
	[
		'partner',
		503,
		'temporarily-unavailable',
		'Flinks could not list the accounts: the Flinks service is unavailable for now',
		'Try again in a few minutes. If it keeps happening, ask Flinks support.',
	],
	[
		'partner',
		504,
		'timed-out',
		'Flinks could not list the accounts: Flinks or the provider took too long to answer',
		'Try again in a few minutes, or ask for less at once.',
	],
	[
		'partner',
		599,
		'temporarily-unavailable',
		'Flinks could not list the accounts: something went wrong inside Flinks or on the way to it',
		'Try again in a few minutes. If it keeps happening, ask Flinks support.',
	],
	[
		'oauth',
		400,
		'invalid-input',
		'Flinks could not list the accounts: the token request was not in the form Flinks expects',
		'In the credential, try another way of sending the token request (JSON body, form body, or form with Basic header).',
	],
	[
		'oauth',
		403,
		'credential-refused',
		'Flinks could not list the accounts: the credential was not accepted',
		'Check the client ID and client secret in the Flinks credential, and that its base URLs belong to the same environment.',
	],
	[
		'oauth',
		404,
		'not-found',
		'Flinks could not list the accounts: nothing exists at this address',
		'Check the base URLs in the Flinks credential, and enter them without a path.',
	],
	[
		'oauth',
		415,
		'unsupported',
		'Flinks could not list the accounts: the token request was not in the form Flinks expects',
		'In the credential, try another way of sending the token request (JSON body, form body, or form with Basic header).',
	],
	[
		'fdx',
		401,
		'unexpected-answer',
		'Flinks could not list the accounts: the access token was not accepted',
		"Nothing says that the customer's consent has ended: a gateway or firewall may have answered in Flinks' place. Run the workflow again later. If it always ends so, let the customer give consent again.",
	],
	[
		'fdx',
		403,
		'forbidden',
		'Flinks could not list the accounts: this data may not be read with this connection',
		'Check that the customer consented to the scope it needs and that the recipient is ACTIVE with the provider.',
	],
	[
		'fdx',
		404,
		'not-found',
		'Flinks could not list the accounts: the provider has nothing under this ID',
		"Check the ID against the customer's account list.",
	],
	[
		'fdx',
		405,
		'unsupported',
		'Flinks could not list the accounts: the provider does not offer this data',
		"Look at the provider's data inventory to see what it offers, and skip this step for its customers.",
	],
];

const PAGE =
	'<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>';

describe('a status without a telling body', () => {
	it.each(MESSAGES)('%s %i is %s', (family, status, kind, title, remedy) => {
		expect(explain(request(family), answered(status, ''))).toEqual({ kind, title, remedy, status });
	});

	it.each([200, 400, 403, 404, 405])('a web page with %i points at the base URL', (status) => {
		expect(explain(request('partner'), answered(status, PAGE))).toEqual({
			kind: 'unexpected-answer',
			title:
				'Flinks could not list the accounts: a web page came back instead of an answer from Flinks',
			remedy:
				'Check the base URL in the Flinks credential. If it is right, a proxy or firewall between n8n and Flinks answered: ask whoever runs it.',
			status,
			text: 'a web page titled "502 Bad Gateway"',
		});
	});

	it.each([
		[401, 'credential-refused'],
		[414, 'invalid-input'],
		[429, 'rate-limited'],
		[502, 'temporarily-unavailable'],
	])('a web page with %i keeps the meaning of the status', (status, kind) => {
		expect(explain(request('partner'), answered(status, PAGE)).kind).toBe(kind);
	});

	it.each(['refresh_token', 'authorization_code'])(
		'says of no %s that the consent has ended, unless Flinks says so',
		(grant_type) => {
			const sent = request('oauth', { method: 'POST', body: { grant_type } });
			for (const status of [400, 401, 403]) {
				for (const body of [{ message: 'Forbidden' }, {}, '', { error: 'rate' }]) {
					expect(explain(sent, answered(status, body))).toMatchObject({
						kind: 'unexpected-answer',
						title: expect.stringContaining('the refusal is not one that Flinks documents'),
						remedy: expect.stringMatching(/^A gateway or firewall.+Nothing says.+again later\.$/),
						status,
					});
				}
				const page = explain(sent, answered(status, PAGE));
				expect(page.title).toContain('a web page came back');
				expect(explain(sent, answered(status, 'Denied')).title).toContain('a web page');
			}
			const told = explain(sent, answered(400, { error: 'invalid_grant' }));
			expect(told.kind).toBe('connection-lost');
			expect(explain(sent, answered(404, {})).kind).toBe('not-found');
		},
	);

	it('says of no revocation that the consent had ended, unless Flinks says so', () => {
		const revoke = request('oauth', { method: 'DELETE' });
		expect(explain(revoke, answered(401, { message: 'no' })).kind).toBe('unexpected-answer');
		expect(explain(revoke, answered(401, { code: 602 })).kind).toBe('connection-lost');
	});

	it.each([400, 401, 403])('blames the credential for a partner refused with %i', (status) => {
		const partner = request('oauth', {
			method: 'POST',
			body: { grant_type: 'client_credentials' },
		});
		expect(explain(partner, answered(status, { message: 'no' })).kind).toMatch(
			status === 400 ? 'invalid-input' : 'credential-refused',
		);
	});

	it('does not take a partner answer with code 401 or 500 for an FDX code', () => {
		expect(explain(request('partner'), answered(409, { code: 500 })).kind).toBe('invalid-input');
	});

	it('reads a bad partner token as a refused credential on 400 too', () => {
		const failure = explain(request('partner'), answered(400, { message: 'Invalid Bearer Token' }));
		expect(failure).toMatchObject({ kind: 'credential-refused', text: 'Invalid Bearer Token' });
	});
});

describe('doubt whether Flinks acted', () => {
	it.each([200, 408, 500, 502, 503, 504])('a POST answered with %i is in doubt', (status) => {
		const posted = request('partner', { method: 'POST' });
		expect(explain(posted, answered(status, '')).ambiguous).toBe(true);
		expect(explain(request('partner'), answered(status, '')).ambiguous).toBeUndefined();
	});

	it.each([302, 400, 401, 404, 409, 414, 422, 429])(
		'a DELETE answered with %i is not',
		(status) => {
			const deleted = request('oauth', { method: 'DELETE' });
			expect(explain(deleted, answered(status, '')).ambiguous).toBeUndefined();
		},
	);

	it.each(['client_credentials', 'refresh_token', 'authorization_code'])(
		'a token asked for with %s is in doubt only where the grant is used up',
		(grant_type) => {
			const asked = request('oauth', { method: 'POST', body: { grant_type } });
			const expected = grant_type === 'client_credentials' ? undefined : true;
			expect(explain(asked, answered(503, '')).ambiguous).toBe(expected);
			expect(explain(asked, unanswered('EPROTO')).ambiguous).toBe(expected);
		},
	);
});
