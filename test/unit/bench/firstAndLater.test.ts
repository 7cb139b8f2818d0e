import { z } from 'zod';

import { seedOf } from '../../../bench/worlds/seeds';
import { inNode } from '../../support/inNode';

/** Sides that tell where and in which order they run, in worlds that are counted. */
const TOLD = `
	import { firstAndLater } from './bench/lib/firstAndLater.mjs';
	const seen = [];
	let worlds = 0;
	const fresh = async () => {
		worlds += 1;
		const at = worlds;
		const side = (name) => ({
			items: [],
			rows: 1,
			run: async () => (seen.push(name + ' in ' + at), { items: 1, ms: seen.length }),
		});
		return { world: { ask: async () => ({}) }, sides: { peer: side('peer'), ours: side('ours') } };
	};
	const measure = async (job) =>
		await firstAndLater(fresh, job, { latencyMs: 0, times: 3, note: () => {} });`;

describe('first and later runs', () => {
	it.each([
		[{ times: 2 }, 1],
		[{ times: 2, warm: false }, 0],
	])('begin anew in each round: %j', (job, warm) => {
		const { seen, first, later } = inNode(
			z.object({ seen: z.array(z.string()), first: z.number(), later: z.number() }),
			`${TOLD}
			const { first, later } = await measure(${JSON.stringify(job)});
			answer({ seen, first: first.ours.length, later: later.ours.length });`,
		);
		const [one, two] = [warm + 1, warm + 2];
		expect(seen).toEqual([
			...(warm > 0 ? ['peer in 1', 'ours in 1'] : []),
			...[`peer in ${one}`, `ours in ${one}`, `ours in ${one}`],
			...[`peer in ${one}`, `peer in ${one}`, `ours in ${one}`],
			...[`ours in ${two}`, `peer in ${two}`, `peer in ${two}`],
			...[`ours in ${two}`, `ours in ${two}`, `peer in ${two}`],
		]);
		expect({ first, later }).toEqual({ first: 2, later: 4 });
	});

	it('keep to a target only where no rounding helps', () => {
		const one = {
			...{ ms: 1_154, cpuMs: 1, requests: 1, tokenRequests: 0, maxInFlight: 1 },
			...{ pauseMs: 1, pauseGcMs: 0, pauseOtherMs: 1, gcMs: 0 },
		};
		const targets = inNode(
			z.array(z.object({ reached: z.number(), met: z.boolean() })),
			`import { resultOf } from './bench/lib/results.mjs';
			const targets = [{ what: 'of the ideal time', atMost: 1.15, of: 'idealShare' }];
			const job = { id: 'a job', targets, idealMs: 1_000 };
			answer(resultOf(job, 0, { peer: [], ours: [${JSON.stringify(one)}] }).targets);`,
		);
		expect(targets).toEqual([{ reached: 1.154, met: false }]);
	});

	it('are told apart, in the figures, the verdicts and the page', () => {
		const side = (ms: number) => ({
			...{ ms, cpuMs: 1, requests: 1, tokenRequests: 0, maxInFlight: 1 },
			...{ pauseMs: 1, pauseGcMs: 0, pauseOtherMs: 1, gcMs: 0 },
		});
		const runs = {
			first: { peer: [side(100)], ours: [side(200)] },
			later: { peer: [side(100)], ours: [side(80), side(80)] },
		};
		const { result, page } = inNode(
			z.object({
				result: z.object({
					ratio: z.number(),
					first: z.object({ ratio: z.number() }).passthrough(),
					targets: z.array(z.object({ what: z.string(), reached: z.number(), met: z.boolean() })),
				}),
				page: z.string(),
			}),
			`import { firstAndLaterOf } from './bench/lib/results.mjs';
			import { markdownOf } from './bench/lib/markdown.mjs';
			const targets = [{ what: 'times as fast', atLeast: 1, of: 'ratio' }];
			const job = { id: 'a job', targets, idealMs: 50 };
			const result = firstAndLaterOf(job, 300, ${JSON.stringify(runs)});
			answer({ result, page: markdownOf([{ ...result, load: 1 }]) });`,
		);
		expect(result.ratio).toBe(1.25);
		expect(result.first.ratio).toBe(0.5);
		expect(result.targets).toEqual([
			expect.objectContaining({ what: 'times as fast, first run', reached: 0.5, met: false }),
			expect.objectContaining({ what: 'times as fast, later runs', reached: 1.25, met: true }),
		]);
		expect(page).toContain(
			'| a job | 300 ms | first | 100 | 200 | 0.5 | 4 | 1 : 1 | 100 % | 1 : 1 |',
		);
		expect(page).toContain(
			'| a job | 300 ms | later | 100 | 80.0 | 1.25 | 1.6 | 1 : 1 | 100 % | 1 : 1 |',
		);
	});
});

describe('one more world of a kind', () => {
	it.each([
		['many', 'many (2)'],
		['10,000 transactions', '10,000 transactions (17)'],
	])('is as the others: %s', (kind, name) => {
		const seeds = [seedOf(kind), seedOf(name)];
		expect(Object.keys(seeds[0] ?? {})).not.toEqual([]);
		expect(seeds[1]).toEqual(seeds[0]);
	});
});
