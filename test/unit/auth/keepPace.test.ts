import { keepPace, paceIn } from '../../../outbound/auth/keepPace';
import { FlinksFailure } from '../../../outbound/failure';
import { createRuntime } from '../../../outbound/http/runtime';

describe('Requests per Second of a credential', () => {
	it.each([
		[undefined, undefined],
		['', undefined],
		[null, undefined],
		[0, undefined],
		['0', undefined],
		[5, 5],
		['2.5', 2.5],
	])('%p is read as %p', (value, read) => expect(paceIn(value)).toBe(read));

	it.each([-1, 'many', Infinity, {}])('%p is refused by name', (value) => {
		expect(() => paceIn(value)).toThrow(FlinksFailure);
		expect(() => paceIn(value)).toThrow(/'Requests per Second'/);
	});

	afterEach(() => void jest.useRealTimers());

	it('holds for every run with the same client at the same address, and for no other', () => {
		jest.useFakeTimers();
		const [one, same, other] = ['me', 'me', 'you'].map((clientId) => {
			const runtime = createRuntime();
			keepPace(runtime, { api: 'https://pace.example', clientId, perSecond: 0.01 });
			return runtime.limiter;
		});
		expect(one?.enter(false)).toBeUndefined();
		expect(same?.enter(false)).toBeInstanceOf(Promise);
		expect(other?.enter(false)).toBeUndefined();
	});
});
