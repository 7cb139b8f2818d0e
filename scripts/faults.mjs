// `npm run test:faults`: every kind of fault at every call of every operation; `--quick` for the part that `npm test` runs.
import Table from 'cli-table3';
import { execaNode } from 'execa';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './lib/root.mjs';
import { ownTempFolder } from './lib/tempFolder.mjs';

// A case mostly waits, so two share even a single core well.
const WORKERS = 2;

const temp = ownTempFolder('flinks-faults');
const file = path.join(temp.folder, 'results.jsonl');
writeFileSync(file, '');

const { exitCode } = await execaNode(
	path.join(root, 'node_modules/jest/bin/jest.js'),
	['--selectProjects=faults', `--maxWorkers=${WORKERS}`],
	{
		cwd: root,
		stdio: 'inherit',
		reject: false,
		nodeOptions: [],
		env: { FAULTS: process.argv.includes('--quick') ? 'quick' : 'full', FAULTS_RESULTS: file },
	},
);
const results = readFileSync(file, 'utf8')
	.split('\n')
	.filter((line) => line !== '')
	.map((line) => JSON.parse(line));
temp.remove();

const sum = (list, of) => list.reduce((total, one) => total + of(one), 0);
const survived = (list) => sum(list, (one) => Number(one.survived));
const nodes = [...new Set(results.map(({ node }) => node))].sort();
const table = new Table({
	head: ['Fault', ...nodes.map((node) => node.replace(/^Flinks /, ''))],
	colAligns: ['left', ...nodes.map(() => 'right')],
	style: { head: [], border: [] },
});
for (const group of new Set(results.map((one) => one.group))) {
	const cell = (node) => {
		const own = results.filter((one) => one.group === group && one.node === node);
		return own.length === 0 ? '-' : `${survived(own)} of ${own.length}`;
	};
	table.push([group, ...nodes.map(cell)]);
}

console.log(table.toString());
console.log(
	`faults: ${results.length} cases, ${survived(results)} survived, ${sum(results, (one) => one.lost)} items lost, ${sum(results, (one) => one.duplicated)} duplicated, ${sum(results, (one) => one.secrets)} secrets seen, ${sum(results, (one) => one.untruths)} untruths`,
);
process.exitCode = exitCode ?? 1;
