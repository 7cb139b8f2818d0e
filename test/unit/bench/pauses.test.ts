import { z } from 'zod';

import { inNode } from '../../support/inNode';

type Span = readonly [from: number, to: number];

const longest = z.object({
	pauseMs: z.number(),
	pauseGcMs: z.number(),
	pauseOtherMs: z.number(),
	gcMs: z.number(),
});

const longestOf = (pauses: readonly Span[], collections: readonly Span[]) =>
	inNode(
		longest,
		`import { longestOf } from './bench/probe/nodes/pauses.js';
		const spans = (all) => all.map(([from, to]) => ({ from, to }));
		answer(longestOf(spans(${JSON.stringify(pauses)}), spans(${JSON.stringify(collections)})));`,
	);

describe('the longest pause', () => {
	it.each<[string, readonly Span[], readonly Span[], readonly number[]]>([
		['none at all', [], [], [0, 0, 0, 0]],
		['without garbage', [[10, 40]], [], [30, 0, 30, 0]],
		['with a collection in it', [[10, 40]], [[20, 28]], [30, 8, 22, 8]],
		['with one that lies half outside', [[10, 40]], [[35, 50]], [30, 5, 25, 15]],
		[
			'with one within another and in no order',
			[[10, 40]],
			[
				[30, 32],
				[15, 18],
				[12, 20],
			],
			[30, 10, 20, 8],
		],
		[
			'where another is longer without its garbage',
			[
				[0, 50],
				[60, 90],
			],
			[[5, 45]],
			[50, 40, 30, 40],
		],
		['beside a collection while others could work', [[10, 40]], [[50, 90]], [30, 0, 30, 40]],
	])('%s', (_what, pauses, collections, [pauseMs, pauseGcMs, pauseOtherMs, gcMs]) => {
		expect(longestOf(pauses, collections)).toEqual({ pauseMs, pauseGcMs, pauseOtherMs, gcMs });
	});

	it('is found in a process, and what was collected in it', () => {
		const found = inNode(
			longest,
			`import { PerformanceObserver } from 'node:perf_hooks';
			import v8 from 'node:v8';
			import vm from 'node:vm';
			import { watchPauses } from './bench/probe/nodes/pauses.js';
			v8.setFlagsFromString('--expose-gc');
			const collect = vm.runInNewContext('gc');
			const end = watchPauses();
			const seen = new Promise((resolve) =>
				new PerformanceObserver(resolve).observe({ entryTypes: ['gc'] }),
			);
			collect();
			await seen;
			answer(end());
			process.exit();`,
		);
		expect(found.gcMs).toBeGreaterThan(0);
		expect(found.pauseMs).toBeGreaterThanOrEqual(found.pauseOtherMs);
		expect(found.pauseMs).toBeGreaterThanOrEqual(found.pauseGcMs);
	});
});

const run = (pauseMs: number, pauseGcMs: number) => ({
	ms: 1,
	cpuMs: 1,
	requests: 1,
	tokenRequests: 0,
	maxInFlight: 1,
	pauseMs,
	pauseGcMs,
	pauseOtherMs: pauseMs - pauseGcMs,
	gcMs: pauseGcMs,
});

describe('a result', () => {
	it.each([
		[[run(30, 1), run(10, 9), run(20, 2)], 20, 2],
		[[run(30, 1), run(10, 9)], 20, 5],
	])('has the collection of the run that has the median pause', (runs, pauseMs, pauseGcMs) => {
		const figures = inNode(
			z.object({ oursPauseMs: z.number(), oursPauseGcMs: z.number() }),
			`import { figuresOf } from './bench/lib/results.mjs';
			answer(figuresOf({ id: 'a job' }, 0, { peer: [], ours: ${JSON.stringify(runs)} }));`,
		);
		expect(figures).toEqual({ oursPauseMs: pauseMs, oursPauseGcMs: pauseGcMs });
	});

	it('shows the collection, and an older one without it shows the pause alone', () => {
		const sides = { peerPauseMs: 76.7, oursPauseMs: 123.4 };
		const job = 'a job';
		const results = [
			{
				job,
				growth: [{ size: 1, oursCpuMs: 1, ...sides, peerPauseGcMs: 40, oursPauseGcMs: 8.25 }],
			},
			{ job, growth: [{ size: 1, oursCpuMs: 1, ...sides }] },
			{ job, growth: [{ size: 1, oursCpuMs: 1, oursPauseMs: 1, oursPauseGcMs: 0 }] },
		];
		const cells = inNode(
			z.array(z.array(z.string())),
			`import { growthCellsOf } from './bench/lib/cells.mjs';
			answer(growthCellsOf(${JSON.stringify(results)}));`,
		);
		expect(cells.map((row) => row[4])).toEqual([
			'76.7 (GC 40.0) ms : 123 (GC 8.3) ms',
			'76.7 ms : 123 ms',
			'– : 1.0 (GC 0.0) ms',
		]);
	});
});
