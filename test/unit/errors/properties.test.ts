import fc from 'fast-check';
import { NodeApiError, type INode } from 'n8n-workflow';
import { describeFailure } from '../../../outbound/errors/describe';
import { explain } from '../../../outbound/errors/explain';
import { saysUrlTooLong } from '../../../outbound/errors/urlTooLong';
import type { Exchange, Family, Method } from '../../../outbound/wire';
import { answered, request, response, unanswered } from './exchanges';
import { runs } from '../../support/runs';

const node: INode = {
	id: '1',
	name: 'Flinks Get Accounts',
	type: 'n8n-nodes-flinks-outbound.flinksGetAccounts',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

const body = fc.oneof(
	fc.anything(),
	fc.json(),
	fc.string({ unit: 'binary' }),
	fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
	fc.string().map((text) => `<html><title>${text}`),
	fc.record({ code: fc.jsonValue(), message: fc.jsonValue(), debugMessage: fc.jsonValue() }),
	fc.record({ error: fc.jsonValue(), error_description: fc.jsonValue() }),
);
const headers = fc.dictionary(
	fc.oneof(fc.constantFrom('ob-correlation-id', 'ob-trace-id', 'www-authenticate'), fc.string()),
	fc.string(),
);
const exchange: fc.Arbitrary<Exchange> = fc.oneof(
	fc.tuple(fc.integer({ min: 100, max: 999 }), body, headers).map((args) => answered(...args)),
	fc.tuple(fc.string(), fc.boolean()).map((args) => unanswered(...args)),
);
const asked = fc
	.tuple(
		fc.constantFrom<Family>('oauth', 'partner', 'fdx'),
		fc.constantFrom<Method>('GET', 'POST', 'PUT', 'DELETE'),
	)
	.map(([family, method]) => request(family, { method }));

const READABLE = /^(?:Flinks|n8n) could not list the accounts: [A-Za-z][^\p{Cc}]{10,90}[A-Za-z]$/u;
const AVOIDED = /\b(?:errors?|problems?|failures?|failed|mistakes?|please)\b/i;

describe('whatever comes back', () => {
	it('gives a readable message and never crashes', () => {
		fc.assert(
			fc.property(asked, exchange, (sent, came) => {
				const failure = explain(sent, came);
				expect(failure.title).toMatch(READABLE);
				expect(failure.remedy).toMatch(/^[A-Z].{10,}[.)]$/);
				expect(`${failure.title} ${failure.remedy}`).not.toMatch(AVOIDED);
				expect(failure.text?.length ?? 0).toBeLessThanOrEqual(500);
				expect(describeFailure(failure)).toContain(failure.remedy);
			}),
			runs(1000),
		);
	});

	it('survives n8n: its own wording never replaces the title', () => {
		fc.assert(
			fc.property(asked, exchange, (sent, came) => {
				const failure = explain(sent, came);
				const options = { message: failure.title, description: describeFailure(failure) };
				const shown = new NodeApiError(node, {}, { ...options, httpCode: String(failure.status) });
				expect(shown.message).toBe(failure.title);
			}),
		);
	});

	it('survives n8n even when the purpose holds one of the words it swaps', () => {
		const sent = request('fdx', { purpose: 'approvePermissions' });
		expect(explain(sent, answered(500, '')).title).toMatch(/^Flinks could not do what was asked: /);
	});

	it('can be asked about the URL without crashing', () => {
		fc.assert(
			fc.property(fc.constantFrom(400, 404, 413, 414, 431), body, (status, any) => {
				expect(typeof saysUrlTooLong(response(status, any))).toBe('boolean');
			}),
		);
	});

	it.each(['a', ' ', '1', '<', '<html ', 'code=', 'token ', '{"a":', '\u0000'])(
		'reads no more of 10 MB of %j than their beginning',
		(filler) => {
			const meaning = (bytes: number) =>
				explain(request('fdx'), answered(502, filler.repeat(bytes / filler.length)));
			expect(meaning(10_000_000)).toEqual(meaning(100_000));
		},
	);
});
