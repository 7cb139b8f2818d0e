import {
	formatsFor,
	rememberFormat,
	refusesFormat,
	understoodFormat,
} from '../../../outbound/auth/tokenFormat';
import { newApp } from './helpers';

const automatic = () => newApp({ requestFormat: 'automatic' });

describe('the formats to try', () => {
	it('are the one that was chosen', () => {
		for (const format of ['json', 'form', 'basic'] as const) {
			const app = newApp({ requestFormat: format });
			expect(formatsFor(app)).toEqual([format]);
			expect(understoodFormat(app)).toBe(format);
			rememberFormat(app, 'json');
			expect(formatsFor(app)).toEqual([format]);
		}
	});

	it('begin with the one that was understood', () => {
		const app = automatic();
		expect(understoodFormat(app)).toBeUndefined();
		expect(formatsFor(app)).toEqual(['json', 'form', 'basic']);
		rememberFormat(app, 'form');
		expect(understoodFormat(app)).toBe('form');
		expect(formatsFor(app)).toEqual(['form', 'json', 'basic']);
		rememberFormat(app, 'basic');
		expect(formatsFor(app)).toEqual(['basic', 'json', 'form']);
	});

	it('are remembered by host and client', () => {
		const app = automatic();
		rememberFormat(app, 'form');
		const environment = { ...app.environment, authorization: 'https://other.example' };
		expect(understoodFormat({ ...app, environment })).toBeUndefined();
		expect(understoodFormat({ ...app, clientId: 'other' })).toBeUndefined();
		const renewed = { ...app, clientSecret: 'new' };
		expect(understoodFormat(renewed)).toBe('form');
	});

	it('are kept for 200 clients, the newest', () => {
		const apps = Array.from({ length: 201 }, automatic);
		for (const app of apps) rememberFormat(app, 'form');
		const [first, ...others] = apps;
		expect(first && understoodFormat(first)).toBeUndefined();
		expect(others.every((app) => understoodFormat(app) === 'form')).toBe(true);
	});
});

describe('a refusal of the format', () => {
	const failure = { kind: 'invalid-input', title: 'x', remedy: 'x' } as const;

	it.each([
		[{ status: 415 }, true],
		[{ status: 415, code: 'invalid_client' }, true],
		[{ status: 400, code: 'invalid_request' }, true],
		[{ status: 400, code: 'unsupported_grant_type' }, true],
		[{ status: 400, code: 'invalid_client' }, false],
		[{ status: 400 }, false],
		[{ status: 401, code: 'invalid_request' }, false],
		[{ status: 500, code: 'invalid_request' }, false],
		[{}, false],
	])('%j: %s', (changes, expected) => {
		expect(refusesFormat({ ...failure, ...changes })).toBe(expected);
	});
});
