import { lifetimeOf, type Lifetime } from '../../../outbound/auth/lifetime';
import { createRenewal } from '../../../outbound/auth/renewal';
import { FlinksFailure, type FailureKind } from '../../../outbound/failure';

const NONE: Lifetime = { expiresAt: undefined, expiresIn: undefined };

function renewing(fetch: () => Promise<Lifetime> = async () => await Promise.resolve(NONE)) {
	const clock = { now: 0 };
	let fetched = 0;
	const renewal = createRenewal(
		async () => {
			fetched += 1;
			return await fetch();
		},
		() => clock.now,
	);
	return { renewal, clock, count: () => fetched };
}

const failing = (kind: FailureKind) => async () =>
	await Promise.reject<Lifetime>(new FlinksFailure({ kind, title: kind, remedy: 'Do.' }));

describe('a renewal', () => {
	it.each([
		// Thirty seconds before the end, or a fifth of a short life.
		[lifetimeOf({ expires_in: 300 }, 0), 270_000],
		[lifetimeOf({ expires_in: 150 }, 0), 120_000],
		[lifetimeOf({ expires_in: 100 }, 0), 80_000],
		[lifetimeOf({ expires_in: 10 }, 0), 8_000],
		[lifetimeOf({ n8n_expires_at: '100000' }), 70_000],
	])('is due in time: %j', (lifetime, due) => {
		const { renewal, clock } = renewing();
		renewal.learn(lifetime);
		clock.now = due - 1;
		expect(renewal.isDue()).toBe(false);
		clock.now = due;
		expect(renewal.isDue()).toBe(true);
	});

	it('is never due of a token whose end nobody knows', () => {
		const { renewal, clock } = renewing();
		clock.now = Number.MAX_SAFE_INTEGER;
		expect(renewal.isDue()).toBe(false);
		renewal.learn(NONE);
		expect(renewal.isDue()).toBe(false);
		renewal.learn({ expiresIn: 10, expiresAt: undefined });
		expect(renewal.isDue()).toBe(false);
	});

	it('is made once for all who saw the same token', async () => {
		const { renewal, count } = renewing();
		await Promise.all([renewal.renew(0), renewal.renew(0)]);
		await renewal.renew(0);
		expect([count(), renewal.generation]).toEqual([1, 1]);
		await renewal.renew(1);
		expect([count(), renewal.generation]).toEqual([2, 2]);
	});

	it.each(['connection-lost', 'credential-refused', 'not-connected'] as const)(
		'is not tried again after %s',
		async (kind) => {
			const { renewal, count } = renewing(failing(kind));
			for (const seen of [0, 0, 5]) {
				await expect(renewal.renew(seen)).rejects.toMatchObject({ failure: { kind } });
			}
			expect(count()).toBe(1);
			expect(renewal.generation).toBe(0);
		},
	);

	it.each(['unreachable', 'temporarily-unavailable', 'rate-limited'] as const)(
		'is tried again after %s',
		async (kind) => {
			const { renewal, count } = renewing(failing(kind));
			for (const seen of [0, 0]) {
				await expect(renewal.renew(seen)).rejects.toMatchObject({ failure: { kind } });
			}
			expect(count()).toBe(2);
		},
	);

	it('shows nothing of what else is thrown', async () => {
		const { renewal, count } = renewing(async () => await Promise.reject(new Error('Bearer abc')));
		for (const seen of [0, 0]) {
			await expect(renewal.renew(seen)).rejects.toMatchObject({
				failure: { kind: 'unexpected-answer', title: 'The access token could not be renewed' },
			});
		}
		expect(count()).toBe(2);
	});

	it('that did not help is not made again for a minute', async () => {
		const { renewal, clock, count } = renewing();
		renewal.judge(0, false);
		await expect(renewal.renew(0)).resolves.toBe(false);
		clock.now = 59_999;
		await expect(renewal.renew(0)).resolves.toBe(false);
		expect(count()).toBe(0);
		clock.now = 60_000;
		await expect(renewal.renew(0)).resolves.toBe(true);
		expect(count()).toBe(1);
	});

	it('is distrusted by what became of its own token only, and trusted again', async () => {
		const { renewal, count } = renewing();
		await renewal.renew(0);
		renewal.judge(0, false);
		await expect(renewal.renew(1)).resolves.toBe(true);
		renewal.judge(2, false);
		renewal.judge(2, true);
		await expect(renewal.renew(2)).resolves.toBe(true);
		expect(count()).toBe(3);
	});
});
