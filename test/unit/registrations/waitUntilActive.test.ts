import type { Pair } from '../../../outbound/registrations/pairs';
import { waitUntilActive } from '../../../outbound/registrations/waitUntilActive';
import { answered } from '../errors/exchanges';
import { memory, pair, type Memory, type Trouble } from './memory';

const ONE = pair('r1', 1);
const TWO = pair('r2', 2);

const within = (ms: number, ...pairs: Pair[]) => ({ pairs, deadline: Date.now() + ms });

/** Does something to the registrations once so many calls were answered. */
function after(
	calls: number,
	happening: (flinks: Memory) => void,
	seeded: readonly Pair[],
): Memory {
	const flinks: Memory = memory(seeded, (_, call): Trouble =>
		call === calls ? { then: () => happening(flinks) } : undefined,
	);
	return flinks;
}

describe('waiting until registrations are active', () => {
	it('ends at the first look where all are', async () => {
		const { client, calls, setStatus } = memory([ONE]);
		setStatus(ONE, 'ACTIVE');
		const [end] = await waitUntilActive(client, [within(1_000, ONE)], 500);
		expect(end).toMatchObject({ kind: 'done', value: [{ registration_status: 'ACTIVE' }] });
		expect(calls).toHaveLength(1);
	});

	it('looks again until the last one is, and asks no more about those that are', async () => {
		const flinks = after(2, ({ setStatus }) => setStatus(TWO, 'ACTIVE'), [ONE, TWO]);
		flinks.setStatus(ONE, 'ACTIVE');
		const ends = await waitUntilActive(flinks.client, [within(5_000, ONE), within(5_000, TWO)], 10);
		expect(ends.map(({ kind }) => kind)).toEqual(['done', 'done']);
		expect(flinks.calls.map((call) => call.split('/')[4])).toEqual(['r1', 'r2', 'r2']);
	});

	it('asks about a recipient once per look, however many wait for it', async () => {
		const { client, calls, setStatus } = memory([ONE, pair('r1', 2)]);
		setStatus(ONE, 'ACTIVE');
		setStatus(pair('r1', 2), 'ACTIVE');
		await waitUntilActive(client, [within(99, ONE), within(99, pair('r1', 2), ONE)], 10);
		expect(calls).toHaveLength(1);
	});

	it('ends with the last state and the way out when the time is over', async () => {
		const others = [2, 3, 4, 5].map((provider) => pair('r1', provider));
		const { client, setStatus } = memory([ONE, ...others]);
		setStatus(ONE, 'ACTIVE');
		const startedAt = performance.now();
		const [end] = await waitUntilActive(client, [within(40, ONE, ...others)], 60_000);
		expect(performance.now() - startedAt).toBeLessThan(5_000);
		expect(end).toMatchObject({
			failure: {
				kind: 'timed-out',
				title: 'The time to wait is over and 4 of 5 registrations are not ACTIVE yet',
				remedy: expect.stringMatching(
					/^Last seen: provider 2 of recipient r1: PENDING_APPROVAL; provider 3 .*; provider 4 [^;]*, and 1 more\. .*Wait at Most/,
				),
			},
		});
	});

	it('speaks of one as one', async () => {
		const { client } = memory([ONE]);
		const [end] = await waitUntilActive(client, [within(-1, ONE)], 10);
		expect(end).toMatchObject({
			failure: {
				title: 'The time to wait is over and 1 of 1 registrations is not ACTIVE yet',
				remedy: expect.not.stringMatching(/more/),
			},
		});
	});

	it('gives one that is not listed a second look, then says that nobody requested it', async () => {
		const { client, calls } = memory([TWO], undefined, {}, ['r1', 'r2']);
		const [end] = await waitUntilActive(client, [within(5_000, ONE)], 5);
		expect(calls).toHaveLength(2);
		expect(end).toMatchObject({
			failure: {
				kind: 'not-found',
				title: expect.stringMatching(/r1.*provider 1/),
				remedy: expect.stringContaining('Flinks Request Registrations'),
			},
		});
	});

	it('says what was not listed where there is no time for a second look', async () => {
		const { client } = memory([TWO]);
		const [end] = await waitUntilActive(client, [within(-1, ONE)], 5);
		expect(end).toMatchObject({
			failure: { kind: 'timed-out', remedy: expect.stringContaining('not listed') },
		});
	});

	it('does not end with trouble that may pass', async () => {
		const flinks = memory([ONE], (_, call): Trouble =>
			call <= 4 ? { acts: false, exchange: answered(503, {}) } : undefined,
		);
		flinks.setStatus(ONE, 'ACTIVE');
		const [end] = await waitUntilActive(flinks.client, [within(5_000, ONE)], 5);
		expect(end?.kind).toBe('done');
	});

	it('ends with trouble that lasts when the time is over', async () => {
		const { client } = memory([ONE], () => ({ acts: false, exchange: answered(503, {}) }));
		const [end] = await waitUntilActive(client, [within(20, ONE)], 5);
		expect(end).toMatchObject({ failure: { kind: 'temporarily-unavailable' } });
	});

	it('ends at once with trouble that will not pass, for those it concerns', async () => {
		const flinks = memory([ONE, TWO], ({ path }): Trouble =>
			path.includes('r1') ? { acts: false, exchange: answered(403, {}) } : undefined,
		);
		flinks.setStatus(TWO, 'ACTIVE');
		const ends = await waitUntilActive(flinks.client, [within(5_000, ONE), within(5_000, TWO)], 5);
		expect(ends.map(({ kind }) => kind)).toEqual(['failed', 'done']);
	});

	it('ends at once with a cancel', async () => {
		const controller = new AbortController();
		const { client } = memory([ONE], undefined, { signal: controller.signal });
		setTimeout(() => controller.abort(), 20);
		const startedAt = performance.now();
		const [end] = await waitUntilActive(client, [within(60_000, ONE)], 30_000);
		expect(performance.now() - startedAt).toBeLessThan(5_000);
		expect(end).toMatchObject({ failure: { kind: 'cancelled' } });
	});

	it('does not begin for nobody', async () => {
		const { client, calls } = memory([]);
		expect(await waitUntilActive(client, [], 5)).toEqual([]);
		expect(calls).toEqual([]);
	});
});
