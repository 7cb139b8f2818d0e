import { FIRST_LIMIT } from '../../../outbound/http/pace/bound';
import { knownPace } from '../../../outbound/http/pace/known';
import { answered } from '../errors/exchanges';
import { runMany } from './runMany';
import { bearing, bucket, windows, workers, type Server } from './servers';

const MINUTE = 60_000;

let clients = 0;
/** What one node knows of one client; each call is about another client. */
function nodesOfOneClient() {
	clients += 1;
	const client = `client ${clients}`;
	return (node: string | undefined) => knownPace({ client, node, perSecond: undefined });
}

beforeEach(() => {
	jest.useFakeTimers();
	jest.spyOn(Math, 'random').mockReturnValue(0.5);
});
afterEach(() => {
	jest.useRealTimers();
	jest.restoreAllMocks();
});

const pass = async (ms: number) => await jest.advanceTimersByTimeAsync(ms);

describe('the next run of a node', () => {
	it.each([300, 1_000])('asks as many at once as the last, %i ms away', async (ms) => {
		const known = nodesOfOneClient();
		const server = bearing(() => ms);
		await runMany(server, 1_000, 3, undefined, known('node'));
		const next = await runMany(server, 1_000, 1, undefined, known('node'));
		expect(next.seen.mostInFlight).toBe(500);
		expect(next.ms).toBe(2 * ms);
	});

	it('keeps to its own Requests at Once', async () => {
		const known = nodesOfOneClient();
		const server = bearing(() => 300);
		await runMany(server, 1_000, 3, undefined, known('node'));
		expect((await runMany(server, 200, 1, 30, known('node'))).seen.mostInFlight).toBe(30);
	});

	it.each([
		['another node', (known: ReturnType<typeof nodesOfOneClient>) => known('other'), 0],
		['a node of another client', () => nodesOfOneClient()('node'), 0],
		['what is no node', (known: ReturnType<typeof nodesOfOneClient>) => known(undefined), 0],
		['a run ten minutes later', (known: ReturnType<typeof nodesOfOneClient>) => known('node'), 10],
	])('%s begins with twenty', async (_who, of, minutes) => {
		const known = nodesOfOneClient();
		const server = bearing(() => 300);
		await runMany(server, 1_000, 3, undefined, known('node'));
		await pass(minutes * MINUTE);
		const next = await runMany(server, FIRST_LIMIT * 3, 1, undefined, of(known));
		expect(next.seen.mostInFlight).toBeLessThan(FIRST_LIMIT * 3);
	});

	it('begins with twenty after one in which the server was in trouble', async () => {
		const known = nodesOfOneClient();
		const server: Server = async (index) => {
			const fine = await bearing(() => 300)(index);
			return index === 700 ? answered(503, {}) : fine;
		};
		await runMany(server, 1_000, 1, undefined, known('node'));
		const next = await runMany(server, FIRST_LIMIT * 3, 1, undefined, known('node'));
		expect(next.seen.mostInFlight).toBeLessThan(FIRST_LIMIT * 3);
	});

	it('asks fewer where the server has become slower by so many', async () => {
		const known = nodesOfOneClient();
		await runMany(
			bearing(() => 100),
			1_000,
			3,
			undefined,
			known('node'),
		);
		const next = await runMany(workers(30, 100), 3_000, 1, undefined, known('node'));
		expect(next.limit).toBeLessThanOrEqual(100);
		expect(next.failures).toEqual([]);
	});
});

describe.each([0, 50, 300])('20 requests a second allowed, %i ms away', (latencyMs) => {
	it.each([
		['in windows', () => windows(20, 1_000, latencyMs, 1)],
		['out of a bucket', () => bucket(20, 20, latencyMs, 1)],
	])('%s: the next run is hardly ever refused', async (_how, serverOf) => {
		const known = nodesOfOneClient();
		const server = serverOf();
		const first = await runMany(server, 200, 1, undefined, known('node'));
		await pass(10_000);
		const next = await runMany(server, 200, 1, undefined, known('another node'));
		expect(first.seen.refused).toBeGreaterThan(50);
		expect(next.seen.refused).toBeLessThanOrEqual(2);
		expect(next.failures).toEqual([]);
		expect(next.ms).toBeLessThanOrEqual(9_000 * 1.15 + latencyMs);
	});

	it.each([
		['in windows', () => windows(20, 1_000, latencyMs, 1)],
		['out of a bucket', () => bucket(20, 20, latencyMs, 1)],
	])('%s: somebody else who used it up costs a pause, and no pace', async (_how, serverOf) => {
		const known = nodesOfOneClient();
		const server = serverOf();
		const useUp = async () => {
			const others = Promise.all(Array.from({ length: 20 }, async () => await server(0)));
			await pass(latencyMs + 1);
			await others;
		};
		await runMany(server, 200, 1, undefined, known('node'));
		await pass(10_000);
		await useUp();
		const next = await runMany(server, 200, 1, undefined, known('node'));
		expect(next.failures).toEqual([]);
		expect(next.ms).toBeLessThanOrEqual(9_000 * 1.15 + 2_000 + latencyMs);
	});
});
