import { asEnded, saysEnded } from '../../../outbound/auth/ended';
import type { Failure } from '../../../outbound/failure';

const failure = (changes: Partial<Failure>): Failure => ({
	kind: 'unexpected-answer',
	title: 'No',
	remedy: 'Do.',
	...changes,
});

describe('a consent that has ended', () => {
	it.each([
		{ status: 400, code: 'invalid_grant' },
		{ status: 401, code: '602' },
		{ status: 403, code: 'invalid_grant' },
	])('is what Flinks says it is: %j', (said) => {
		expect(saysEnded(failure(said))).toBe(true);
		expect(asEnded(failure(said))).toEqual({
			kind: 'connection-lost',
			title: "The connection to the customer's bank has ended",
			remedy: expect.stringMatching(/Consent was withdrawn.+30 days.+Connect again/),
			...said,
		});
	});

	it.each([
		{},
		{ status: 400 },
		{ status: 401 },
		{ status: 403 },
		{ code: 'invalid_grant' },
		{ status: 400, code: 'invalid_client' },
		{ status: 400, code: 'invalid_request' },
		{ status: 500 },
	])('is not what anybody in between says: %j', (said) => {
		expect(saysEnded(failure(said))).toBe(false);
		expect(asEnded(failure(said))).toEqual(failure(said));
	});

	it('is not believed of a refusal whose kind was only guessed', () => {
		const refusal = failure({ kind: 'connection-lost', status: 400, code: 'access_denied' });
		expect(asEnded(refusal)).toEqual({
			kind: 'unexpected-answer',
			title: 'The connection could not be renewed, and it is not known why',
			remedy: expect.stringMatching(/not one that Flinks documents.+Nothing says.+again later/),
			status: 400,
			code: 'access_denied',
		});
	});
});
