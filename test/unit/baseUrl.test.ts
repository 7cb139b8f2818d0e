import fc from 'fast-check';
import { checkBaseUrl, keepsSecrets } from '../../outbound/auth/baseUrl';

const LABEL = 'API Base URL';
const check = (text: string) => checkBaseUrl(text, LABEL);

describe('checkBaseUrl', () => {
	it.each([
		['https://ob.flinksapp.com', 'https://ob.flinksapp.com'],
		['https://ob.flinksapp.com/', 'https://ob.flinksapp.com'],
		['  https://OB.flinksapp.com:443/base/path//  ', 'https://ob.flinksapp.com/base/path'],
		['https://ob.flinksapp.com:8443', 'https://ob.flinksapp.com:8443'],
		['http://localhost:3000/', 'http://localhost:3000'],
		['http://127.0.0.1:1', 'http://127.0.0.1:1'],
		['http://127.8.9.10', 'http://127.8.9.10'],
		['http://[::1]:3000', 'http://[::1]:3000'],
	])('accepts %s', (text, url) => {
		expect(check(text)).toEqual({ url });
	});

	const HTTPS_ONLY =
		'API Base URL must start with https://, so that secrets travel encrypted; http:// is only for this machine (localhost).';
	const NOT_AN_ADDRESS =
		'API Base URL is not a web address. Enter one such as https://ob.flinksapp.com';
	const CREDENTIALS =
		'API Base URL must not hold a user name or password; those belong in the fields of the credential.';
	const PLAIN = 'API Base URL must end before any "?" or "#"; give the plain address only.';

	it.each([
		['', 'API Base URL is empty. Enter an address such as https://ob.flinksapp.com'],
		['   ', 'API Base URL is empty. Enter an address such as https://ob.flinksapp.com'],
		['ob.flinksapp.com', NOT_AN_ADDRESS],
		['https://{host}', NOT_AN_ADDRESS],
		['https://', NOT_AN_ADDRESS],
		['https://ob.flinks\napp.com', NOT_AN_ADDRESS],
		['https:\\\\ob.flinksapp.com', NOT_AN_ADDRESS],
		['ftp://ob.flinksapp.com', 'API Base URL must start with https://.'],
		['ob.flinksapp.com:443/x', 'API Base URL must start with https://.'],
		['http://ob.flinksapp.com', HTTPS_ONLY],
		['http://localhost.example.com', HTTPS_ONLY],
		['http://127.0.0.1.example.com', HTTPS_ONLY],
		['http://128.0.0.1', HTTPS_ONLY],
		['http://10.0.0.1', HTTPS_ONLY],
		['http://[::2]', HTTPS_ONLY],
		['https://user:canary@ob.flinksapp.com', CREDENTIALS],
		['https://canary@ob.flinksapp.com', CREDENTIALS],
		['http://localhost@evil.example', CREDENTIALS],
		['https://ob.flinksapp.com?x=1', PLAIN],
		['https://ob.flinksapp.com/?', PLAIN],
		['https://ob.flinksapp.com/#top', PLAIN],
	])('refuses %j', (text, problem) => {
		expect(check(text)).toEqual({ problem });
	});

	it('never lets plain http leave this machine, nor repeats what was typed', () => {
		fc.assert(
			fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (text) => {
				const result = check(text);
				if ('url' in result) {
					expect(new URL(result.url).protocol).toBe('https:');
					expect(result.url).not.toMatch(/\/$|[?#@]/);
				} else expect(result.problem).not.toContain(new URL(text).host);
			}),
		);
	});
});

describe('keepsSecrets', () => {
	it.each([
		'https://api.flinks.io/api/v1/token',
		'https://gateway.example/token?for=flinks',
		'http://localhost:3000/api/v1/token',
		'http://127.0.0.1/api/v1/token',
	])('is true of %s', (address) => {
		expect(keepsSecrets(address)).toBe(true);
	});

	it.each([
		'http://api.flinks.io/api/v1/token',
		'http://localhost.example/api/v1/token',
		'http://128.0.0.1/',
		'ftp://api.flinks.io/',
		'the-base-url-must-start-with-https:',
		'api.flinks.io/api/v1/token',
		'',
	])('is false of %j', (address) => {
		expect(keepsSecrets(address)).toBe(false);
	});
});
