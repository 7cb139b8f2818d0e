import { parseArgs } from 'node:util';

export const usage = `npm run bench [-- options]
  --times N       measured runs of each side (default 3); long jobs run less often
  --latency A,B   server latencies in ms, for every job (default: those that each job is about)
  --job WORDS     only jobs whose name holds these words (repeatable)
  --without WORDS all jobs but those (repeatable)
  --check         end with an error when a target is not met
  --profile DIR   leave a CPU profile of each side of each job there, and measure nothing
  --no-save       do not write bench/results.json, docs/performance.md and docs/images/bench.svg
  --list          the names of the jobs
  --help          this text`;

const numbers = (text) => text.split(',').map(Number);

const OPTIONS = {
	times: { type: 'string', default: '3' },
	latency: { type: 'string' },
	job: { type: 'string', multiple: true, default: [] },
	without: { type: 'string', multiple: true, default: [] },
	check: { type: 'boolean', default: false },
	profile: { type: 'string' },
	'no-save': { type: 'boolean', default: false },
	list: { type: 'boolean', default: false },
	help: { type: 'boolean', default: false },
};

export function parseOptions(argv) {
	const { values } = parseArgs({ args: argv, options: OPTIONS });
	const { times, latency, job, without, 'no-save': notSaved, ...rest } = values;
	return {
		...rest,
		// Other latencies than a job is about are for trying things out.
		save: !notSaved && latency === undefined && !rest.profile,
		words: job,
		skipped: without,
		times: Number(times),
		latencies: latency === undefined ? undefined : numbers(latency),
	};
}
