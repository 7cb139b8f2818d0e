import { parseArgs } from 'node:util';

export const usage = `npm run bench [-- options]
  --times N       measured runs of each side (default 5)
  --latency A,B   server latencies in ms (default 0,50)
  --job WORDS     only jobs whose name holds these words (repeatable)
  --check         end with an error when a target is not met
  --profile DIR   leave a CPU profile of each side of each job there, and measure nothing
  --no-save       do not write bench/results.json and docs/images/bench.svg
  --help          this text`;

const numbers = (text) => text.split(',').map(Number);

export function parseOptions(argv) {
	const { values } = parseArgs({
		args: argv,
		options: {
			times: { type: 'string', default: '5' },
			latency: { type: 'string', default: '0,50' },
			job: { type: 'string', multiple: true, default: [] },
			check: { type: 'boolean', default: false },
			profile: { type: 'string' },
			'no-save': { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	const { times, latency, job, 'no-save': notSaved, ...rest } = values;
	// A part of the jobs is no result to keep.
	const save = !notSaved && job.length === 0;
	return { ...rest, save, words: job, times: Number(times), latencies: numbers(latency) };
}
