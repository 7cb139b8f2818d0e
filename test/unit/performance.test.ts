import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { z } from 'zod';

const root = path.resolve(__dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const page = read('docs/performance.md');
const prose = page.replace(/\s+/g, ' ');

/** What the benchmark itself makes of the results that it kept. */
const made = () => {
	const script = `
		import { readFileSync } from 'node:fs';
		import { chartOf } from './bench/lib/chart.mjs';
		import { markdownOf } from './bench/lib/markdown.mjs';
		const results = JSON.parse(readFileSync('bench/results.json', 'utf8'));
		console.log(JSON.stringify({ page: markdownOf(results), chart: await chartOf(results) }));`;
	const args = ['--input-type=module', '--eval', script];
	const output = execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
	return z.object({ page: z.string(), chart: z.string() }).parse(JSON.parse(output));
};
/** The first line names the machine and the day of whoever makes it. */
const tables = (text: string) => text.trim().split('\n').slice(1);

const figure = z.object({ job: z.string(), latencyMs: z.number() }).catchall(z.unknown());
const results = z.array(figure).parse(JSON.parse(read('bench/results.json')));
const of = (job: string, field: string, latencyMs?: number): number => {
	const found = results.find(
		(one) => one.job === job && (latencyMs === undefined || one.latencyMs === latencyMs),
	);
	return z.number().parse(found?.[field]);
};

describe('docs/performance.md', () => {
	it('has the figures of bench/results.json, and so has the chart', () => {
		const { page: wanted, chart } = made();
		const [, shown = ''] = /<!-- results -->([\s\S]*)<!-- end of results -->/.exec(page) ?? [];
		expect(tables(shown)).toEqual(tables(wanted));
		expect(read('docs/images/bench.svg')).toBe(chart);
	});

	/** The sentence is about a first run; older results do not tell it from later ones. */
	const far = (latencyMs: number, share: (one: number) => number) => {
		const job = '1,000 customers, far away';
		const found = results.find((one) => one.job === job && one.latencyMs === latencyMs);
		const first = z.object({ ratio: z.number() }).safeParse(found?.['first']);
		return share(first.success ? first.data.ratio : of(job, 'ratio', latencyMs));
	};
	const AUDIT = 'audit of 100,000 rows';
	const STATEMENT = 'statement of 50 MB';
	const bare = 'client against a bare loop, bearer in hand';
	const percentMore = (latencyMs: number) =>
		Math.round((of(bare, 'cpuRatio', latencyMs) - 1) * 100);

	it.each([
		`ours took ${far(300, (one) => 1 / one).toFixed(1)} of its time at 300 ms and ${far(1000, (one) => 1 / one).toFixed(1)} at 1,000 ms`,
		`and with the audit by ${of(AUDIT, 'memoryRatio').toFixed(1)} times`,
		`grew by ${(of(AUDIT, 'peerGrownBytes') / of(AUDIT, 'answerBytes')).toFixed(1)} times its size`,
		`it needed ${percentMore(0)} % more CPU at 0 ms and ${percentMore(50)} % at 50 ms, and ${of(bare, 'timeShare', 0)} and ${of(bare, 'timeShare', 50)} of the loop's time`,
		`made it grow by ${of(STATEMENT, 'oursAddedMB')} MB more than 10 KB did, with the HTTP Request node by ${of(STATEMENT, 'peerAddedMB')} MB`,
		`collected every 5 ms, 50 MB took ${of(STATEMENT, 'oursHeldMB')} MB`,
	])('says in words what the results say: %s', (words) => expect(prose).toContain(words));

	it('names the requests that the results have', () => {
		const requests = of('request 1,000 pairs', 'oursRequests');
		const words = `need ${requests - 2} registration requests instead of 1,000, plus one to see what exists and one to see what arrived`;
		expect(prose).toContain(words);
		expect(read('README.md')).toContain(`need ${requests - 2} registration requests, not 1,000`);
		expect(of('status of 1,000 items', 'oursRequests')).toBe(1);
	});
});
