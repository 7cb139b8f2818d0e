import { withFormatHint, withHostHint } from '../../../outbound/auth/tokenHints';
import { FlinksFailure, type Failure } from '../../../outbound/failure';
import { newApp } from './helpers';

const failed = (changes: Partial<Failure> = {}) =>
	new FlinksFailure({ kind: 'not-found', title: 'No', remedy: 'Do it', ...changes });
const API = 'https://ob.flinksapp.com';

describe('the other host that Flinks publishes', () => {
	it.each<Partial<Failure>>([
		{ kind: 'unreachable' },
		{ kind: 'unexpected-answer' },
		{ status: 300 },
		{ status: 399 },
		{ status: 404 },
		{ status: 405 },
	])('is named after %j', (changes) => {
		const { failure } = withHostHint(failed(changes), API, 'API Base URL');
		expect(failure.remedy).toMatch(
			/^Do it\. Flinks' pages also name https:\S+: choose the Environment 'Custom' and try it as API Base URL\.$/,
		);
	});

	it.each<Partial<Failure>>([
		{},
		{ status: 299 },
		{ status: 400 },
		{ status: 404, code: '701' },
		{ status: 405, code: 'x' },
	])('is not named after %j, which Flinks itself may have said', (changes) => {
		expect(withHostHint(failed(changes), API, 'API Base URL').failure.remedy).toBe('Do it');
	});

	it('is none for a host of your own', () => {
		const own = failed({ kind: 'unreachable' });
		const { failure } = withHostHint(own, 'https://own.example', 'API Base URL');
		expect(failure).toEqual(own.failure);
	});

	it('follows a sentence that ends', () => {
		const sentence = failed({ kind: 'unreachable', remedy: 'Do it.' });
		const { remedy } = withHostHint(sentence, API, 'Authorization Base URL').failure;
		expect(remedy).toMatch(/^Do it\. Flinks.* as Authorization Base URL\.$/);
	});
});

describe('the other formats', () => {
	it.each([
		['json', "'Form Body' or 'Form With Basic Header'"],
		['form', "'JSON Body' or 'Form With Basic Header'"],
		['basic', "'JSON Body' or 'Form Body'"],
	])('are named where %s is chosen', (requestFormat, others) => {
		const { failure } = withFormatHint(failed(), newApp({ requestFormat }), ['json']);
		expect(failure.remedy).toBe(
			`Open the credential and set 'Token Request Format' to 'Automatic', ${others}.`,
		);
	});

	it('are all tried where Automatic is chosen', () => {
		const app = newApp({ requestFormat: 'automatic' });
		const all = withFormatHint(failed(), app, ['json', 'form', 'basic']).failure;
		expect(all.remedy).toMatch(/refused each\. Check the client ID/);
		expect(withFormatHint(failed(), app, ['json']).failure).toEqual(failed().failure);
	});
});
