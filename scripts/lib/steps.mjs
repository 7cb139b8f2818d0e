import { install } from './install.mjs';
import { jest } from './jest.mjs';
import { run } from './run.mjs';

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

/** What looks at the files: two at a time. Each gives `{ok, output}`. */
export const checks = {
	types: () => run('node_modules/typescript/bin/tsc', ['--noEmit', '-p', 'tsconfig.all.json']),
	lint: () => run('node_modules/eslint/bin/eslint.js', ['-c', 'eslint.ci.config.mjs', '.']),
	format: () => run('node_modules/prettier/bin/prettier.cjs', ['--check', '.']),
	structure: () =>
		run('node_modules/dependency-cruiser/bin/dependency-cruise.mjs', [
			'--config',
			'.dependency-cruiser.mjs',
			...CRUISED,
		]),
	map: () => run('scripts/map.mjs', ['--check']),
	unused: () => run('node_modules/knip/bin/knip.js', ['--no-progress']),
	links: () => run('node_modules/remark-cli/cli.js', ['.', '--frail', '--quiet']),
	contract: () => run('node_modules/tsx/dist/cli.mjs', ['contract/generate.ts', '--check']),
};

/** What runs the code: one after the other. `reports` is a folder. */
export const tests = {
	unit: (reports) => jest('unit', reports),
	sandbox: (reports) => jest('sandbox', reports),
	sync: (reports) => jest('sync', reports),
	engine: (reports) => jest('engine', reports),
	'engine-oldest': (reports) =>
		install('test/oldest')
			? jest('engine', reports, { N8N_HOST_DIR: 'test/oldest' })
			: { ok: false, output: 'n8n 1.123 could not be installed.' },
	faults: (reports) => jest('faults', reports),
	package: (reports) => jest('package', reports),
};
