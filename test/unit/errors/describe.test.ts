import { describeFailure } from '../../../outbound/errors/describe';
import type { Failure } from '../../../outbound/failure';

const BASE: Failure = { kind: 'not-found', title: 'What happened', remedy: 'What to do.' };

describe('describeFailure', () => {
	it('says what to do, what Flinks said, and what to quote', () => {
		const failure: Failure = {
			...BASE,
			status: 401,
			code: '602',
			text: 'Customer not authorized',
			correlationId: 'c-1',
			traceId: 't-1',
			retryAfterMs: 1500,
			ambiguous: true,
		};
		expect(describeFailure(failure)).toBe(
			[
				'What to do.',
				'Flinks may have carried this out although no clear answer arrived: look at the current state before asking again.',
				'Flinks asked to wait 2 s before the next request.',
				'Flinks said: Customer not authorized.',
				'Flinks code 602, HTTP 401.',
				'Quote to Flinks support: correlation ID c-1, trace ID t-1.',
			].join('\n'),
		);
	});

	it('leaves out every line it has nothing for', () => {
		expect(describeFailure(BASE)).toBe('What to do.');
		expect(describeFailure({ ...BASE, status: 404 })).toBe('What to do.\nHTTP 404.');
		expect(describeFailure({ ...BASE, traceId: 't-1' })).toBe(
			'What to do.\nQuote to Flinks support: trace ID t-1.',
		);
	});
});
