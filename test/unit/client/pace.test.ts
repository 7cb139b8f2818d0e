import { answered } from '../errors/exchanges';
import { fine } from './scripted';
import { bearing, bucket, windows, workers, type Server } from './servers';
import { runMany } from './runMany';

beforeEach(() => {
	jest.useFakeTimers();
	jest.spyOn(Math, 'random').mockReturnValue(0.5);
});
afterEach(() => {
	jest.useRealTimers();
	jest.restoreAllMocks();
});

const ITEMS = 400;
const IDEAL_MS = (ITEMS / 20) * 1_000;
const latencies = [0, 50, 300];

describe.each(latencies)('a server %i ms away that allows 20 requests a second', (latencyMs) => {
	it.each([1, 2, null])(
		'in windows, with Retry-After %p, takes no more than 15 %% above the least; nothing fails',
		async (retryAfterS) => {
			const run = await runMany(windows(20, 1_000, latencyMs, retryAfterS), ITEMS);
			expect(run.failures).toEqual([]);
			expect(run.ms).toBeLessThanOrEqual(IDEAL_MS * 1.15);
			// Those that were in flight together when it refused for the first time, and a few later.
			expect(run.seen.refused).toBeLessThanOrEqual(70);
		},
	);

	it.each([1, null])(
		'out of a bucket, with Retry-After %p, does so as well',
		async (retryAfterS) => {
			const run = await runMany(bucket(20, 20, latencyMs, retryAfterS), ITEMS);
			expect(run.failures).toEqual([]);
			expect(run.ms).toBeLessThanOrEqual(IDEAL_MS * 1.15);
		},
	);
});

describe('a server far away that bears everything', () => {
	it.each([300, 1_000])('at %i ms is asked by 500 at once after three rounds', async (ms) => {
		const run = await runMany(
			bearing(() => ms),
			1_000,
			3,
		);
		expect(run.seen.mostInFlight).toBe(500);
		// 20, 60, 180, and then 2,740 by fives of hundreds.
		expect(run.ms).toBe(9 * ms);
	});

	it('is asked by no more than the option says', async () => {
		const run = await runMany(
			bearing(() => 300),
			200,
			1,
			30,
		);
		expect(run.seen.mostInFlight).toBe(30);
	});
});

describe('slow customers', () => {
	it.each(['first', 'spread', 'in the middle'])(
		'10 of 300 at 5 s cost no more than 1.3 times the ideal: %s',
		async (where) => {
			const isSlow = (index: number) => {
				if (where === 'first') return index < 10;
				return where === 'spread' ? index % 30 === 5 : index >= 100 && index < 110;
			};
			const run = await runMany(
				bearing((index) => (isSlow(index) ? 5_000 : 100)),
				300,
			);
			expect(run.ms).toBeLessThanOrEqual(1.3 * 5_000);
		},
	);
});

it('a server with thirty workers is kept busy, and not asked by many more', async () => {
	const run = await runMany(workers(30, 100), 3_000);
	expect(run.ms).toBeLessThanOrEqual(1.05 * 10_000);
	expect(run.limit).toBeLessThanOrEqual(60);
});

it('hundreds that are refused together fail nobody, though a run has fewer repeats to spend', async () => {
	const bears = 200;
	const server = windows(bears, 1_000, 50, 1);
	const run = await runMany(server, 3_000);
	expect(run.seen.refused).toBeGreaterThan(150);
	expect(run.failures).toEqual([]);
});

it('a server that refuses everything from some moment on is asked little more', async () => {
	const items = 1_000;
	const server: Server = async (index) => {
		await bearing(() => 50)(index);
		return index < 400 ? fine : answered(429, { code: 1207 }, { 'retry-after': '1' });
	};
	const run = await runMany(server, items);
	expect(run.failures).toHaveLength(items - 400);
	// One for each item, the repeats that a run may make, and those in flight when it began.
	expect(run.seen.requests).toBeLessThanOrEqual(items + 50 + 500);
});
