import { readAppCredential } from '../../../outbound/auth/appCredential';
import { environmentOf, PRODUCTION } from '../../../outbound/auth/environment';
import { asFailure, noToken, notConnected } from '../../../outbound/auth/lostConnection';
import type { Failure } from '../../../outbound/failure';
import { FlinksFailure } from '../../../outbound/failure';

function failureOf(work: () => unknown): Failure | undefined {
	try {
		work();
	} catch (error) {
		if (error instanceof FlinksFailure) return error.failure;
	}
	return undefined;
}

describe('the App credential', () => {
	const full = { clientId: ' id ', clientSecret: ' secret ', redirectUri: ' https://x.example ' };

	it('is read with the blanks around its texts gone', () => {
		expect(readAppCredential(full)).toEqual({
			environment: PRODUCTION,
			clientId: 'id',
			clientSecret: 'secret',
			format: 'automatic',
			redirectUri: 'https://x.example',
			connectionKey: '',
			previousConnectionKey: '',
		});
	});

	it.each([
		['form', 'form'],
		['basic', 'basic'],
		['json', 'json'],
		['automatic', 'automatic'],
		['other', 'automatic'],
		[undefined, 'automatic'],
	])('asks for tokens in the format %p: %s', (requestFormat, format) => {
		expect(readAppCredential({ ...full, requestFormat }).format).toBe(format);
	});

	it.each([
		[{ ...full, clientId: ' ' }, 'Client ID'],
		[{ ...full, clientSecret: undefined }, 'Client Secret'],
	])('is refused where something is missing: %#', (data, label) => {
		const title = `The Flinks credential has no ${label}`;
		expect(failureOf(() => readAppCredential(data))).toEqual({
			kind: 'credential-refused',
			title,
			remedy: `Open the credential and enter '${label}'. Nothing was sent.`,
		});
	});
});

describe('the environment', () => {
	it('is production unless Custom is chosen', () => {
		expect(environmentOf({})).toEqual({
			api: 'https://ob.flinksapp.com',
			authorization: 'https://api.flinks.io',
		});
		expect(environmentOf({ environment: 'production', apiBaseUrl: 'http://x' })).toBe(PRODUCTION);
	});

	it('has one address for both, or two', () => {
		const one = { environment: 'custom', apiBaseUrl: ' https://a.example/ ' };
		expect(environmentOf(one)).toEqual({
			api: 'https://a.example',
			authorization: 'https://a.example',
		});
		expect(environmentOf({ ...one, authorizationBaseUrl: ' https://b.example ' })).toMatchObject({
			authorization: 'https://b.example',
		});
		expect(environmentOf({ ...one, authorizationBaseUrl: '  ' })).toMatchObject({
			authorization: 'https://a.example',
		});
	});

	it.each([
		[{ environment: 'custom', apiBaseUrl: 'http://a.example' }, 'API Base URL'],
		[{ environment: 'custom', apiBaseUrl: 5 }, 'API Base URL'],
		[
			{
				environment: 'custom',
				apiBaseUrl: 'https://a.example',
				authorizationBaseUrl: 'http://b.example',
			},
			'Authorization Base URL',
		],
	])('is refused where an address is not safe, by its name: %#', (settings, label) => {
		const reading = () => environmentOf(settings);
		expect(reading).toThrow(FlinksFailure);
		try {
			reading();
		} catch (error) {
			expect(error).toMatchObject({
				failure: { kind: 'credential-refused', remedy: expect.stringContaining(label) },
			});
		}
	});
});

describe('what stands in the way of a token', () => {
	it('is something else than a credential that nobody connected', () => {
		expect(notConnected().failure).toMatchObject({
			kind: 'not-connected',
			title: expect.stringMatching(/has not been authorized yet/),
			remedy: expect.stringMatching(/select Connect/),
		});
	});

	it('shows nothing of an error that is none of ours', () => {
		const { failure } = asFailure(new TypeError('token abc'));
		expect(failure).toMatchObject({
			kind: 'unexpected-answer',
			title: expect.stringMatching(/token could not be renewed/),
			remedy: expect.stringMatching(/Run the workflow again/),
		});
		expect(JSON.stringify(failure)).not.toContain('abc');
		expect(asFailure('x').failure.kind).toBe('unexpected-answer');
		const own = noToken();
		expect(asFailure(own)).toBe(own);
		expect(own.failure).toEqual({
			kind: 'unexpected-answer',
			title: 'Flinks answered without an access token',
			remedy: expect.stringMatching(/Authorization Base URL.+Flinks support/),
		});
	});
});
