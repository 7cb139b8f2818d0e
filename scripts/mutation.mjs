// `npm run test:mutation [-- folder ... --again]`: breaks the code of outbound/ in every small way, folder by
// folder, and counts how many breaks the unit tests of that folder notice. Fails where they are fewer than 85 %
// of all. "files" are those directly in outbound/; --again runs only what changed since the last run;
// --jest runs the tests in Jest itself, which takes ten times as long.
import { Stryker } from '@stryker-mutator/core';
import Table from 'cli-table3';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { foldersOf, strykerOptions } from './lib/mutation/options.mjs';
import { root } from './lib/root.mjs';

const wanted = process.argv.slice(2).filter((one) => !one.startsWith('--'));
const again = process.argv.includes('--again');
const inJest = process.argv.includes('--jest');
const folders = foldersOf();
const unknown = wanted.filter((one) => !folders.includes(one));
if (unknown.length > 0) {
	console.error(`No such folder: ${unknown.join(', ')}. There are: ${folders.join(', ')}.`);
	process.exit(1);
}

const reports = path.join(root, 'reports/stryker');
mkdirSync(reports, { recursive: true });

const table = new Table({
	head: ['Folder', 'Mutants', 'Noticed', 'Not noticed', 'Score'],
	colAligns: ['left', 'right', 'right', 'right', 'right'],
	style: { head: [], border: [] },
});
for (const folder of wanted.length > 0 ? wanted : folders) {
	const report = path.join(reports, `${folder}.json`);
	rmSync(report, { force: true });
	try {
		// It sets the exit code where the score is too low, and says what went wrong before it throws.
		await new Stryker(strykerOptions(folder, { report, again, inJest })).runMutationTest();
	} catch {
		process.exitCode = 1;
	}
	table.push([folder, ...(existsSync(report) ? counted(report) : ['-', '-', '-', 'failed'])]);
}
console.log(table.toString());

function counted(report) {
	const mutants = Object.values(JSON.parse(readFileSync(report, 'utf8')).files)
		.flatMap((file) => file.mutants)
		.map((mutant) => mutant.status);
	const noticed = mutants.filter((one) => one === 'Killed' || one === 'Timeout').length;
	const missed = mutants.filter((one) => one === 'Survived' || one === 'NoCoverage').length;
	const all = noticed + missed;
	return [all, noticed, missed, `${((100 * noticed) / all).toFixed(1)} %`];
}
