import type { Failure } from '../../outbound/failure';
import { FlinksFailure } from '../../outbound/failure';
import { done, failed, outcomeOf, valueOf } from '../../outbound/outcome';

const FAILURE: Failure = { kind: 'not-found', title: 'Flinks has none', remedy: 'Check the ID.' };

describe('an outcome', () => {
	it('is the value of what went well', async () => {
		const outcome = await outcomeOf(async () => await Promise.resolve(3));
		expect(outcome).toEqual({ kind: 'done', value: 3 });
		expect(valueOf(outcome)).toBe(3);
		expect(valueOf(done('x'))).toBe('x');
	});

	it('is the failure that was thrown, word for word', async () => {
		const outcome = await outcomeOf(async () => await Promise.reject(new FlinksFailure(FAILURE)));
		expect(outcome).toEqual({ kind: 'failed', failure: FAILURE });
		expect(() => valueOf(outcome)).toThrow(
			expect.objectContaining({ name: 'FlinksFailure', message: FAILURE.title, failure: FAILURE }),
		);
		expect(failed(FAILURE)).toEqual(outcome);
	});

	it.each([
		[new TypeError('Bearer abc is not a function'), 'TypeError'],
		['Bearer abc', 'string'],
		[{ secret: 'abc' }, 'object'],
	])('shows of a defect only its kind', async (thrown: unknown, kind) => {
		const outcome = await outcomeOf(async () => {
			await Promise.resolve();
			throw thrown;
		});
		expect(outcome).toEqual({
			kind: 'failed',
			failure: {
				kind: 'unexpected-answer',
				title: 'This node met something it was not prepared for',
				remedy: `Report it to the maintainers of the package, with what the node was asked to do (${kind}).`,
			},
		});
		expect(JSON.stringify(outcome)).not.toContain('abc');
	});
});
