import fc from 'fast-check';
import { readCallback } from '../../../outbound/connections/callback';
import { explainDeclined } from '../../../outbound/connections/declined';
import { runs } from '../../support/runs';

const webhookItem = (query: object, body: object = {}) => ({
	headers: { host: 'n8n' },
	params: {},
	query,
	body,
	webhookUrl: 'x',
	executionMode: 'test',
});

describe('readCallback', () => {
	it.each<[string, unknown]>([
		['a Webhook item', webhookItem({ code: 'c0de', state: 's.1' })],
		['a form sent to a Webhook', webhookItem({}, { code: 'c0de', state: 's.1' })],
		[
			'a Webhook item with a state of its own',
			{ state: 'mine', ...webhookItem({ code: 'c0de', state: 's.1' }) },
		],
		['the query alone', { code: 'c0de', state: 's.1' }],
		['an address', 'https://n8n.example/webhook/x?code=c0de&state=s.1#top'],
		['a query text', 'code=c0de&state=s.1'],
	])('reads the code from %s', (_name, value) => {
		expect(readCallback(value)).toEqual({ kind: 'code', code: 'c0de', state: 's.1' });
	});

	it('reads a refusal, also beside a code', () => {
		const query = { error: 'access_denied', error_description: 'Words of anybody', state: 's.1' };
		const expected = { kind: 'declined', error: 'access_denied', state: 's.1' };
		expect(readCallback(webhookItem(query))).toEqual(expected);
		expect(readCallback(webhookItem({ ...query, code: 'c0de' }))).toEqual(expected);
		expect(readCallback('/x?error=access_denied&state=s.1')).toEqual(expected);
	});

	it.each<[string, unknown, string]>([
		['no answer', webhookItem({ hello: 'x' }), 'no answer'],
		['nothing', undefined, 'no answer'],
		['a plain text', 'hello', 'no answer'],
		['no state', { code: 'c' }, 'no state'],
		['an error without a state', { error: 'access_denied' }, 'no state'],
		['an empty state', { error: 'access_denied', state: '' }, 'no state'],
		['neither', { state: 's' }, 'neither a code nor an error'],
		['a code twice', 'x?code=a&code=b&state=s', 'twice'],
		['an error twice', 'x?error=a&error=b&state=s', 'twice'],
		['two states', { code: 'a', state: ['s', 't'] }, 'twice'],
		['an address with a code alone', 'x?code=a', 'no state'],
		['an address with an error alone', 'x?error=access_denied', 'no state'],
		['an address with a state alone', 'x?state=s', 'neither a code nor an error'],
		['an endless code', { code: 'a'.repeat(4097), state: 's' }, 'too long'],
	])('says what is wrong: %s', (_name, value, words) => {
		expect(readCallback(value)).toMatchObject({
			kind: 'unreadable',
			title: expect.stringContaining(words),
			remedy: expect.stringMatching(/^Nothing was sent to Flinks\. .+\.$/),
		});
	});

	it('reads a code of 4,096 characters, and an address of four times as many', () => {
		const code = 'c'.repeat(4096);
		expect(readCallback({ code, state: 's' })).toEqual({ kind: 'code', code, state: 's' });
		const address = (length: number) => 'x?code=c&state=s&more='.padEnd(length, 'm');
		expect(readCallback(address(16_384))).toEqual({ kind: 'code', code: 'c', state: 's' });
		expect(readCallback(address(16_385))).toMatchObject({
			title: expect.stringContaining('no answer'),
		});
	});

	it('never fails', () => {
		const field = fc.anything();
		const query = fc.record(
			{ code: field, state: field, error: field, error_description: field },
			{ requiredKeys: [] },
		);
		fc.assert(
			fc.property(
				fc.oneof(
					fc.anything(),
					query,
					query.map((one) => webhookItem(one)),
					fc.string({ unit: 'binary' }),
				),
				(value) => {
					expect(['code', 'declined', 'unreadable']).toContain(readCallback(value).kind);
				},
			),
			runs(500),
		);
	});

	it('reads back any code and state from an address', () => {
		const some = fc.string({ unit: 'grapheme', minLength: 1 });
		fc.assert(
			fc.property(some, some, (code, state) => {
				expect(
					readCallback(`https://x.example/?${new URLSearchParams({ code, state }).toString()}`),
				).toEqual({ kind: 'code', code, state });
			}),
		);
	});
});

describe('explainDeclined', () => {
	it.each([
		['access_denied', 'customer', /did not give consent/],
		['invalid_request', 'setup', /incomplete or wrong.*redirect URI/],
		['invalid_client', 'setup', /does not know the recipient.*client secret/],
		['invalid_grant', 'customer', /no longer valid.*new authorization link/],
		['invalid_scope', 'setup', /does not offer.*ACCOUNT_BASIC/],
		['unauthorized_client', 'setup', /may not connect.*ACTIVE/],
		['unsupported_grant_type', 'setup', /way of getting a token/],
		['unsupported_response_type', 'setup', /kind of answer/],
		['unsupported_token_type', 'setup', /kind of token/],
		['server_error', 'temporary', /internal error.*few minutes/],
		['temporarily_unavailable', 'temporary', /unavailable.*later/],
	])('says what %s means and what to do', (error, reason, words) => {
		const told = explainDeclined(error);
		expect(told.reason).toBe(reason);
		expect(`${told.title}. ${told.remedy}`).toMatch(words);
		expect(told.remedy).toMatch(/^[A-Z].+\.$/);
	});

	it('has words for an error that nobody published', () => {
		for (const error of ['', '__proto__', 'constructor', 'consent_paused']) {
			expect(explainDeclined(error)).toMatchObject({
				error: 'unlisted',
				reason: 'setup',
				remedy: expect.stringMatching(/^Send the customer a new link\. .+\.$/),
				title: expect.stringContaining('does not list'),
			});
		}
	});

	it('repeats nothing that the caller wrote', () => {
		const told = JSON.stringify(explainDeclined('=HYPERLINK("https://evil.example","Open")'));
		expect(told).not.toContain('HYPERLINK');
		expect(told).not.toContain('evil');
		expect(explainDeclined(' ACCESS_DENIED ').error).toBe('access_denied');
	});
});
