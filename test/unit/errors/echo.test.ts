import { describeFailure } from '../../../outbound/errors/describe';
import { explain } from '../../../outbound/errors/explain';
import { hiding } from '../../../outbound/errors/secrets';
import type { Family } from '../../../outbound/wire';
import { answered, request, unanswered } from './exchanges';

const SECRETS = [
	'3f0c2b9e-7a41-4d58-9c1e-5b6a7d8e9f01',
	'k7Qz2mX9pL4vR8tB',
	'Zk3-vT_9~qW.eR7/yU1+iO5=',
	'maple',
	'maple syrup',
	'Tim & Jo\'s "own" <key>',
	'clé+d’été/🍁',
	'a/b?c=d&e',
	'4821',
] as const;

const json = (text: string) => JSON.stringify(text).slice(1, -1);
const unicode = (text: string) =>
	[...Array(text.length).keys()]
		.map((at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`)
		.join('');
const symbols = (text: string, write: (character: string) => string) =>
	[...text].map((one) => (/[a-z0-9]/i.test(one) ? one : write(one))).join('');

/** How servers, proxies and log lines write what they were sent. */
const WAYS: Readonly<Record<string, (secret: string) => string>> = {
	raw: (secret) => secret,
	'in capitals': (secret) => secret.toUpperCase(),
	URL: encodeURIComponent,
	'URL in small letters': (secret) =>
		encodeURIComponent(secret).replace(/%../g, (one) => one.toLowerCase()),
	'URL, twice': (secret) => encodeURIComponent(encodeURIComponent(secret)),
	form: (secret) => new URLSearchParams({ a: secret }).toString().slice(2),
	JSON: json,
	'JSON in JSON': (secret) => json(json(secret)),
	'JSON of .NET': (secret) => symbols(secret, unicode),
	HTML: (secret) =>
		secret.replace(
			/[&<>"]/g,
			(one) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[one]};`,
		),
	'HTML numbers': (secret) => symbols(secret, (one) => `&#${one.codePointAt(0)};`),
	'HTML hex numbers': (secret) =>
		symbols(secret, (one) => `&#x${(one.codePointAt(0) ?? 0).toString(16).toUpperCase()};`),
	base64: (secret) => Buffer.from(secret).toString('base64'),
	base64url: (secret) => Buffer.from(secret).toString('base64url'),
	Basic: (secret) => `Basic ${Buffer.from(`my-client:${secret}`).toString('base64')}`,
	'Basic, id of one letter more': (secret) =>
		Buffer.from(`my-clients:${secret}`).toString('base64'),
	'Basic, id of two letters more': (secret) =>
		Buffer.from(`my-clients2:${secret}`).toString('base64'),
};

const FIELDS = ['code', 'message', 'debugMessage', 'error', 'error_description', 'title'];
const FAMILIES: readonly Family[] = ['oauth', 'partner', 'fdx'];

/** Everything an operator, a workflow or a log may see of the failure. */
function seen(family: Family, status: number, body: unknown, echo: string, secret: string): string {
	const headers = { 'ob-correlation-id': echo, 'ob-trace-id': echo };
	const asked = request(family, { purpose: `read recipient ${echo}` });
	const failure = explain(asked, answered(status, body, headers), [secret]);
	return `${JSON.stringify(failure)} ${describeFailure(failure)}`;
}

describe.each(SECRETS)('the secret %s', (secret) => {
	it.each(Object.entries(WAYS))('is seen in no field, written as %s', (_, write) => {
		const echo = write(secret);
		for (const family of FAMILIES)
			for (const status of [200, 400, 401, 500])
				for (const body of [
					`refused ${echo}!`,
					...FIELDS.map((field) => ({ [field]: `${field} (${echo}) is not known` })),
					{ code: 602, message: echo, debugMessage: `got ${echo}` },
					`<html><title>${echo}</title></html>`,
				]) {
					const shown = seen(family, status, body, echo, secret);
					expect(shown).not.toContain(echo);
					expect(shown.toLowerCase()).not.toContain(secret.toLowerCase());
				}
	});

	it('leaves the words around it', () => {
		const failure = explain(request('fdx'), answered(400, { message: `got ${secret}, sorry` }), [
			secret,
		]);
		expect(failure.text).toBe('got [hidden], sorry');
	});
});

describe('taking secrets out', () => {
	it('knows those that the request itself carries', () => {
		const asked = request('oauth', { body: { refresh_token: 'r 1/x', client_secret: 'tiny' } });
		expect(explain(asked, answered(400, { error_description: 'r+1%2Fx tiny' })).text).toBe(
			'[hidden] [hidden]',
		);
	});

	it('takes the longer one of two first, and leaves what is too short to be one', () => {
		expect(hiding(['abcd', 'abcd-efgh', 'abc', '', '   '])('abcd-efgh abcd abc')).toBe(
			'[hidden] [hidden] abc',
		);
	});

	it('finds a secret whose spaces were folded', () => {
		const failure = explain(request('fdx'), answered(400, { message: 'a  b\tc d' }), ['a  b\tc']);
		expect(failure.text).toBe('[hidden] d');
	});

	it('works where nothing came back', () => {
		const asked = request('fdx', { purpose: 'read provider maple' });
		expect(explain(asked, unanswered('ECONNRESET'), ['maple']).title).not.toContain('maple');
	});

	it('bears a secret as long as a sealed text, and a text as long as a page', () => {
		const secret = 'x9/+'.repeat(500);
		const text = `${'y'.repeat(20_000)} ${encodeURIComponent(secret)} ${'x9'.repeat(10_000)}`;
		expect(hiding([secret])(text)).not.toContain(encodeURIComponent(secret));
	});
});
