import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { run } from './run.mjs';

// Other steps run beside it.
const WORKERS = 2;
let runs = 0;

/** A run of one of jest's projects, counted: `summary` says how many tests passed and failed. */
export async function jest(project, reports, env = {}) {
	const report = path.join(reports, `report-${(runs += 1)}.json`);
	const done = await run(
		'node_modules/jest/bin/jest.js',
		[`--selectProjects=${project}`, `--maxWorkers=${WORKERS}`, '--json', `--outputFile=${report}`],
		env,
	);
	if (!existsSync(report)) return { ...done, passed: 0, failed: 0 };
	const counts = JSON.parse(readFileSync(report, 'utf8'));
	const passed = counts.numPassedTests;
	const failed = counts.numFailedTests;
	return { ...done, passed, failed, summary: `${passed} passed, ${failed} failed` };
}
