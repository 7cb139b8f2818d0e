import { readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../root.mjs';

/** Files directly in outbound/ count as a folder of this name. */
const FILES = 'files';

/** No code of ours to break: written by `npm run contract`, or nothing but types and published texts. */
const NOT_CODE = ['!outbound/model/{contract,endpoints,rows,types,vocabulary,publishedErrors}.ts'];

/** Unit tests of a folder that are not in a folder of its name. */
const ELSEWHERE = {
	[FILES]: /^(failure|outcome|wire)\./,
	auth: /^(auth\/|baseUrl\.)/,
	http: /^(client\/|(inOrder|limiter|pages|retry|retryAfter)\.)/,
	model: /^(model\/|(boundedMap|ids)\.)/,
};

/** Tests of everything in everything, or of very much, which a thousand times over would take hours: the score is a floor. */
const EXHAUSTIVE = /\/(canary|\w+OfMany)\.test\.ts$/;

const NOT_NEEDED = ['dist', 'host', 'bench', 'docs', 'icons', 'workflows', 'reports', 'test/e2e'];

/** @returns the folders of outbound/, and "files". */
export function foldersOf() {
	const folders = readdirSync(path.join(root, 'outbound'), { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map((entry) => entry.name);
	return [...folders, FILES].sort();
}

function testsOf(folder) {
	const where = ELSEWHERE[folder] ?? new RegExp(`^${folder}/`);
	return readdirSync(path.join(root, 'test/unit'), { recursive: true })
		.map((file) => file.split(path.sep).join('/'))
		.filter((file) => file.endsWith('.test.ts') && where.test(file) && !EXHAUSTIVE.test(file))
		.map((file) => `test/unit/${file}`)
		.sort();
}

/**
 * What Stryker is to do for one folder: only its code, only its tests, every mutant counted.
 * @param inJest whether Jest itself runs the tests: slow, to check the quick runner by.
 */
export function strykerOptions(folder, { report, again, inJest }) {
	const tests = testsOf(folder);
	const setup = ['propertySeed', 'fewerCases'].map((name) => `test/support/${name}.ts`);
	// A wait that never ends is noticed soon.
	const testTimeout = 1500;
	const ownRunner = {
		testRunner: 'circus',
		plugins: [path.join(root, 'scripts/lib/mutation/runner.mjs')],
		circus: { tests, setup, testTimeout, cache: path.join(root, 'node_modules/.cache/mutation') },
	};
	const jestRunner = {
		testRunner: 'jest',
		jest: {
			projectType: 'custom',
			enableFindRelatedTests: false,
			config: {
				testEnvironment: 'node',
				setupFiles: setup.map((file) => `<rootDir>/${file}`),
				testMatch: tests.map((file) => `<rootDir>/${file}`),
				roots: ['<rootDir>/outbound', '<rootDir>/test'],
				transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.jest.json' }] },
				testTimeout,
			},
		},
	};
	return {
		packageManager: 'npm',
		...(inJest ? jestRunner : ownRunner),
		mutate: [folder === FILES ? 'outbound/*.ts' : `outbound/${folder}/**/*.ts`, ...NOT_CODE],
		ignorePatterns: [...NOT_NEEDED.map((name) => `/${name}`), '.stryker-tmp*', '*.tgz'],
		coverageAnalysis: 'perTest',
		concurrency: 2,
		timeoutMS: 20_000,
		timeoutFactor: 2,
		incremental: again,
		incrementalFile: `reports/stryker/${folder}.again.json`,
		tempDirName: `.stryker-tmp/${folder}`,
		reporters: ['clear-text', 'progress-append-only', 'json'],
		jsonReporter: { fileName: report },
		clearTextReporter: {
			allowColor: false,
			logTests: false,
			reportTests: false,
			allowEmojis: false,
		},
		warnings: { unknownOptions: false, slow: false },
		thresholds: { high: 95, low: 85, break: 85 },
	};
}
