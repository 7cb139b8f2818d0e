import { setTimeout as sleep } from 'node:timers/promises';

import { createRenewal } from '../../../outbound/auth/renewal';
import type { FailureKind } from '../../../outbound/failure';
import { FlinksFailure } from '../../../outbound/failure';

const unknown = { expiresAt: undefined, expiresIn: undefined };

const failureOf = (kind: FailureKind) => new FlinksFailure({ kind, title: kind, remedy: 'Wait.' });

function counted(work: () => Promise<typeof unknown> = async () => await Promise.resolve(unknown)) {
	const clock = { now: 1_000_000 };
	const fetch = jest.fn(work);
	return { clock, fetch, renewal: createRenewal(fetch, () => clock.now) };
}

describe('a renewal', () => {
	it('happens once for however many ask at the same time', async () => {
		const { fetch, renewal } = counted(async () => {
			await sleep(3);
			return unknown;
		});
		const asked = Array.from({ length: 10 }, async () => await renewal.renew(0));
		expect(await Promise.all(asked)).toEqual(new Array(10).fill(true));
		expect(fetch).toHaveBeenCalledTimes(1);
		expect(renewal.generation).toBe(1);
	});

	it('does not happen for those who saw an older token', async () => {
		const { fetch, renewal } = counted();
		await renewal.renew(0);
		expect(await renewal.renew(0)).toBe(true);
		expect(fetch).toHaveBeenCalledTimes(1);
		expect(await renewal.renew(1)).toBe(true);
		expect(fetch).toHaveBeenCalledTimes(2);
	});

	it('that did not help is not tried again for a minute', async () => {
		const { clock, fetch, renewal } = counted();
		await renewal.renew(0);
		renewal.judge(1, false);
		expect(await renewal.renew(1)).toBe(false);
		clock.now += 59_999;
		expect(await renewal.renew(1)).toBe(false);
		expect(fetch).toHaveBeenCalledTimes(1);
		clock.now += 1;
		expect(await renewal.renew(1)).toBe(true);
		expect(fetch).toHaveBeenCalledTimes(2);
	});

	it('that helped may be tried again at once', async () => {
		const { renewal, fetch } = counted();
		await renewal.renew(0);
		renewal.judge(1, false);
		renewal.judge(1, true);
		expect(await renewal.renew(1)).toBe(true);
		expect(fetch).toHaveBeenCalledTimes(2);
	});

	it('is not judged by what came of an older token', async () => {
		const { renewal, fetch } = counted();
		await renewal.renew(0);
		renewal.judge(0, false);
		expect(await renewal.renew(1)).toBe(true);
		expect(fetch).toHaveBeenCalledTimes(2);
	});

	it.each(['connection-lost', 'credential-refused', 'not-connected'] as const)(
		'that ends with %s is final',
		async (kind) => {
			const failure = failureOf(kind);
			const { fetch, renewal } = counted(async () => await Promise.reject(failure));
			await expect(renewal.renew(0)).rejects.toBe(failure);
			await expect(renewal.renew(0)).rejects.toBe(failure);
			expect(fetch).toHaveBeenCalledTimes(1);
			expect(renewal.generation).toBe(0);
		},
	);

	it.each(['unreachable', 'temporarily-unavailable', 'rate-limited', 'timed-out'] as const)(
		'that ends with %s may be tried again',
		async (kind) => {
			const { fetch, renewal } = counted();
			fetch.mockRejectedValueOnce(failureOf(kind));
			await expect(renewal.renew(0)).rejects.toMatchObject({ failure: { kind } });
			expect(await renewal.renew(0)).toBe(true);
			expect(fetch).toHaveBeenCalledTimes(2);
		},
	);

	it('throws nothing but failures', async () => {
		const { renewal } = counted(async () => await Promise.reject(new Error('secret')));
		const renewing = renewal.renew(0);
		await expect(renewing).rejects.toThrow(FlinksFailure);
		await expect(renewing).rejects.not.toThrow('secret');
	});
});

describe('a token', () => {
	it('is never due where nobody knows its age', () => {
		const { clock, renewal } = counted();
		clock.now = Number.MAX_SAFE_INTEGER;
		expect(renewal.isDue()).toBe(false);
		renewal.learn({ expiresAt: undefined, expiresIn: 300 });
		expect(renewal.isDue()).toBe(false);
	});

	it.each([
		[300, 30_000],
		[150, 30_000],
		[149, 29_800],
		[10, 2_000],
		[undefined, 30_000],
	])('that lives %p s is due %i ms before its end', (expiresIn, early) => {
		const { clock, renewal } = counted();
		const expiresAt = clock.now + 1_000_000;
		renewal.learn({ expiresAt, expiresIn });
		clock.now = expiresAt - early - 1;
		expect(renewal.isDue()).toBe(false);
		clock.now += 1;
		expect(renewal.isDue()).toBe(true);
	});

	it('is as good as new after a renewal', async () => {
		const { clock, renewal } = counted(
			async () => await Promise.resolve({ expiresAt: 5_000_000, expiresIn: 300 } as never),
		);
		renewal.learn({ expiresAt: clock.now, expiresIn: 300 });
		expect(renewal.isDue()).toBe(true);
		await renewal.renew(0);
		expect(renewal.isDue()).toBe(false);
		clock.now = 4_970_000;
		expect(renewal.isDue()).toBe(true);
	});
});
