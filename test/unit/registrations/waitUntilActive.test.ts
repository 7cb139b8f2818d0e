import { turns } from '../../../outbound/http/turns';
import type { Pair } from '../../../outbound/registrations/pairs';
import { waitUntilActive } from '../../../outbound/registrations/waitUntilActive';
import { settledBy } from '../../../outbound/registrations/settleWait';
import { done } from '../../../outbound/outcome';
import { clocked } from '../../support/clocked';
import { answered } from '../errors/exchanges';
import { countReads } from './countReads';
import { memory, pair, type Memory, type Trouble } from './memory';

const ONE = pair('r1', 1);
const TWO = pair('r2', 2);

const wait = async (...asked: Parameters<typeof waitUntilActive>) =>
	(await clocked(async () => await waitUntilActive(...asked))).value;

beforeEach(() => void jest.useFakeTimers());
afterEach(async () => {
	// Turns of the event loop that are still to come belong to this clock.
	await jest.runOnlyPendingTimersAsync();
	jest.useRealTimers();
});

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
		const [settled] = await wait(client, [within(1_000, ONE)], 500);
		expect(settled).toMatchObject({ kind: 'done', value: [{ registration_status: 'ACTIVE' }] });
		expect(calls).toHaveLength(1);
	});

	it('looks again until the last one is, and asks no more about those that are', async () => {
		const flinks = after(2, ({ setStatus }) => setStatus(TWO, 'ACTIVE'), [ONE, TWO]);
		flinks.setStatus(ONE, 'ACTIVE');
		const ends = await wait(flinks.client, [within(5_000, ONE), within(5_000, TWO)], 10);
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
		const { client, calls, setStatus } = memory([ONE, ...others]);
		setStatus(ONE, 'ACTIVE');
		const [settled] = await wait(client, [within(40, ONE, ...others)], 60_000);
		expect(calls).toHaveLength(2);
		expect(settled).toMatchObject({
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
		const [settled] = await wait(client, [within(-1, ONE)], 10);
		expect(settled).toMatchObject({
			failure: {
				title: 'The time to wait is over and 1 of 1 registrations is not ACTIVE yet',
				remedy: expect.not.stringMatching(/more/),
			},
		});
	});

	it('gives one that is not listed a second look, then says that nobody requested it', async () => {
		const { client, calls } = memory([TWO], undefined, {}, ['r1', 'r2']);
		const [settled] = await wait(client, [within(5_000, ONE)], 5);
		expect(calls).toHaveLength(2);
		expect(settled).toMatchObject({
			failure: {
				kind: 'not-found',
				title: expect.stringMatching(/r1.*provider 1/),
				remedy: expect.stringContaining('Flinks Request Registrations'),
			},
		});
	});

	it('does not say so where a row whose IDs cannot be read may be the one', async () => {
		const odd = answered(200, [
			{ client_id: 'r1', provider_id: null },
			{ client_id: 'r1', provider_id: 2 },
		]);
		const { client } = memory([ONE], () => ({ acts: false, exchange: odd }));
		const [settled] = await wait(client, [within(5_000, ONE)], 1_000);
		expect(settled).toMatchObject({ failure: { kind: 'timed-out' } });
	});

	it('says what was not listed where there is no time for a second look', async () => {
		const { client } = memory([TWO]);
		const [settled] = await wait(client, [within(-1, ONE)], 5);
		expect(settled).toMatchObject({
			failure: { kind: 'timed-out', remedy: expect.stringContaining('not listed') },
		});
	});

	it('does not end with trouble that may pass', async () => {
		const flinks = memory([ONE], (_, call): Trouble =>
			call <= 4 ? { acts: false, exchange: answered(503, {}) } : undefined,
		);
		flinks.setStatus(ONE, 'ACTIVE');
		const [settled] = await wait(flinks.client, [within(5_000, ONE)], 5);
		expect(settled?.kind).toBe('done');
	});

	it('ends with trouble that lasts when the time is over', async () => {
		const { client } = memory([ONE], () => ({ acts: false, exchange: answered(503, {}) }));
		const [settled] = await wait(client, [within(20, ONE)], 5);
		expect(settled).toMatchObject({ failure: { kind: 'temporarily-unavailable' } });
	});

	it('ends at once with trouble that will not pass, for those it concerns', async () => {
		const flinks = memory([ONE, TWO], ({ path }): Trouble =>
			path.includes('r1') ? { acts: false, exchange: answered(403, {}) } : undefined,
		);
		flinks.setStatus(TWO, 'ACTIVE');
		const ends = await wait(flinks.client, [within(5_000, ONE), within(5_000, TWO)], 5);
		expect(ends.map(({ kind }) => kind)).toEqual(['failed', 'done']);
	});

	it('ends at once with a cancel', async () => {
		const controller = new AbortController();
		const { client, calls } = memory([ONE], undefined, { signal: controller.signal });
		setTimeout(() => controller.abort(), 20);
		const [settled] = await wait(client, [within(60_000, ONE)], 30_000);
		expect(calls).toHaveLength(1);
		expect(settled).toMatchObject({ failure: { kind: 'cancelled' } });
	});

	it('does not begin for nobody', async () => {
		const { client, calls } = memory([]);
		expect(await wait(client, [], 5)).toEqual([]);
		expect(calls).toEqual([]);
	});

	it.each([
		['nothing', NaN, 60_000, 3],
		['0', 0, 5_000, 6],
		['less than nothing', -5, 5_000, 6],
		['hardly anything', 0.001, 5_000, 6],
		['for ever', Infinity, 2 * 3_600_000, 3],
	])('keeps the time between two looks in bounds: %s', async (_, everyMs, ms, looks) => {
		const { client, calls } = memory([ONE]);
		await wait(client, [within(ms, ONE)], everyMs);
		expect(calls).toHaveLength(looks);
	});

	it.each([
		['no time', NaN, 1],
		['for ever', Infinity, 25],
	])('has an end with a deadline of %s', async (_, deadline, looks) => {
		const { client, calls } = memory([ONE]);
		const [settled] = await wait(client, [{ pairs: [ONE], deadline }], 24 * 3_600_000);
		expect(settled).toMatchObject({ failure: { kind: 'timed-out' } });
		expect(calls).toHaveLength(looks);
	});

	it('lets n8n have its turns with each that waits and each that is listed', async () => {
		const pairs = Array.from({ length: 200 }, (_, at) => pair('r1', at));
		const turnsAsked = jest.spyOn(turns, 'isDue');
		const { client } = memory(pairs);
		const settled = await wait(
			client,
			pairs.map((one) => ({ pairs: [one], deadline: 0 })),
			1_000,
		);
		expect(settled).toHaveLength(200);
		expect(turnsAsked.mock.calls.length).toBeGreaterThanOrEqual(4 * 200);
		turnsAsked.mockRestore();
	});

	it('reads each row as often for a thousand that wait as for ten', async () => {
		const readsPerRow = async (count: number) => {
			const pairs = Array.from({ length: count }, (_, at) => pair('r1', at));
			const rows = countReads(
				pairs.map(({ providerId }) => ({
					client_id: 'r1',
					provider_id: Number(providerId),
					registration_status: 'ACTIVE',
				})),
			);
			const open = pairs.map((one) => ({ pairs: [one], deadline: 1 }));
			const read = new Map([['r1', done(rows.rows)]]);
			const settled = await settledBy({ read, number: 1, nowMs: 0 }, open);
			expect(settled.size).toBe(count);
			return rows.perRow;
		};
		expect(await readsPerRow(1000)).toBe(await readsPerRow(10));
	});
});
