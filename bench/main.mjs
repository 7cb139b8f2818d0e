// `npm run bench`: the same jobs with n8n's HTTP Request node and with ours, in one real n8n against
// one sandbox, in turn. Options: npm run bench -- --help
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { prepare } from '../host/lib/prepare.mjs';
import { describeProblem } from '../host/lib/problem.mjs';
import { stopAll, stopOnSignals } from '../host/lib/processes.mjs';
import { openHost } from './lib/host.mjs';
import { jobs } from './jobs/index.mjs';
import { parseOptions, usage } from './lib/options.mjs';
import { runJobs } from './lib/runJobs.mjs';
import { keeper } from './lib/save.mjs';
import { tableOf } from './lib/table.mjs';
import { startWorlds } from './lib/worlds.mjs';

const isWanted =
	({ words, skipped }) =>
	({ id }) =>
		(words.length === 0 || words.some((word) => id.includes(word))) &&
		!skipped.some((word) => id.includes(word));

/** What was measured, as a table; whether all targets were met. */
async function conclude(results, keep, options) {
	if (results.length === 0) return 0;
	console.log(`\n${tableOf(results)}`);
	await keep?.publish();
	const missed = results.flatMap(({ targets }) => targets).filter(({ met }) => !met);
	console.log(missed.length ? `${missed.length} targets not met` : 'All targets met');
	return options.check && missed.length ? 1 : 0;
}

async function main() {
	const options = parseOptions(process.argv.slice(2));
	if (options.help) {
		console.log(usage);
		return 0;
	}
	const chosen = jobs.filter(isWanted(options));
	if (options.list) {
		console.log(chosen.map(({ id }) => id).join('\n'));
		return 0;
	}
	const stateDir = mkdtempSync(path.join(os.tmpdir(), 'flinks-bench-'));
	let worlds;
	const cleanUp = async () => {
		worlds?.stop();
		await stopAll();
		rmSync(stateDir, { recursive: true, force: true });
	};
	stopOnSignals(cleanUp);
	try {
		const prepared = await prepare(stateDir);
		worlds = startWorlds();
		const { n8n, restart } = await openHost({ ...prepared, stateDir });
		const keep = options.save ? keeper(chosen, jobs) : undefined;
		const results = [];
		const put = (result) => {
			results.push(result);
			keep?.put(result);
		};
		await runJobs({ n8n, restart, worlds, jobs: chosen, options, put });
		return await conclude(results, keep, options);
	} finally {
		await cleanUp();
	}
}

try {
	process.exitCode = await main();
} catch (error) {
	console.error(`\n${describeProblem(error)}`);
	process.exitCode = 1;
}
