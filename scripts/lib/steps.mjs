import { install } from './install.mjs';
import { jest } from './jest.mjs';
import { run } from './run.mjs';

/** The oldest n8n that the package is for. */
const OLDEST = { N8N_HOST_DIR: 'test/oldest' };

const CRUISED = [
	'nodes',
	'outbound',
	'credentials',
	'sandbox',
	'contract',
	'host',
	'scripts',
	'bench',
];

const program =
	(file, ...args) =>
	() =>
		run(`node_modules/${file}`, args);

async function onOldest(reports) {
	if (await install('test/oldest')) return await jest('engine', reports, OLDEST);
	return { ok: false, output: 'n8n 1.123 could not be installed.' };
}

/**
 * Every step by name, the long ones first, so that no core is left idle at the end. `reports` is a folder.
 * Each gives `{ok, output}`, what runs tests also how many passed and failed.
 */
export const steps = {
	types: program('typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.all.json'),
	lint: program('eslint/bin/eslint.js', '-c', 'eslint.ci.config.mjs', '.'),
	'engine-oldest': onOldest,
	faults: (reports) => jest('faults', reports),
	unit: (reports) => jest('unit', reports),
	engine: (reports) => jest('engine', reports),
	sandbox: (reports) => jest('sandbox', reports),
	package: (reports) => jest('package', reports),
	sync: (reports) => jest('sync', reports),
	format: program('prettier/bin/prettier.cjs', '--check', '.'),
	unused: program('knip/bin/knip.js', '--no-progress'),
	structure: program(
		'dependency-cruiser/bin/dependency-cruise.mjs',
		'--config',
		'.dependency-cruiser.mjs',
		...CRUISED,
	),
	map: () => run('scripts/map.mjs', ['--check']),
	contract: program('tsx/dist/cli.mjs', 'contract/generate.ts', '--check'),
	actions: () => run('scripts/actions.mjs'),
	links: program('remark-cli/cli.js', '.', '--frail', '--quiet'),
};
