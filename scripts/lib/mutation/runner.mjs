// A test runner for Stryker: Jest's own test functions (jest-circus), matchers, mocks and timers, without
// Jest's start for each mutant, which takes ten times as long as the tests of a folder.
import { createRequire } from 'node:module';
import path from 'node:path';
import { createLoader } from './loader.mjs';

const require = createRequire(import.meta.url);
/** Parts of the Jest that is installed, wherever npm put them. */
const placeOf = (name) => require.resolve(name, { paths: [require.resolve('jest')] });
const inJest = (name) => require(placeOf(name));

class CircusRunner {
	static inject = ['options'];

	constructor({ circus }) {
		this.settings = circus;
		this.stryker = globalThis.__stryker__ ??= {};
	}

	capabilities() {
		return { reloadEnvironment: true };
	}

	init() {
		this.loader = createLoader(this.settings.cache);
		const circusAt = path.dirname(placeOf('jest-circus'));
		this.circus = require(path.join(circusAt, 'index.js'));
		const { addEventHandler, dispatch } = require(path.join(circusAt, 'state.js'));
		this.dispatch = dispatch;
		addEventHandler((event) => this.heard(event));
		const mocker = new (inJest('jest-mock').ModuleMocker)(globalThis);
		const { ModernFakeTimers } = inJest('@jest/fake-timers');
		const timers = new ModernFakeTimers({
			config: { rootDir: process.cwd(), fakeTimers: {} },
			global: globalThis,
		});
		this.expect = inJest('@jest/expect').jestExpect;
		const { describe, it, test, beforeAll, beforeEach, afterAll, afterEach } = this.circus;
		const asInJest = (of, name) => (typeof of[name] === 'function' ? of[name].bind(of) : undefined);
		const own = { isolateModules: (work) => this.loader.isolated(work) };
		const jest = new Proxy(own, {
			get: (_, name) => own[name] ?? asInJest(timers, name) ?? asInJest(mocker, name),
		});
		const { expect } = this;
		Object.assign(globalThis, { describe, it, test, beforeAll, beforeEach, afterAll, afterEach });
		Object.assign(globalThis, { expect, jest });
		this.putBack = () => {
			timers.useRealTimers();
			mocker.restoreAllMocks();
		};
	}

	async dryRun() {
		this.collecting = true;
		const result = await this.runFiles(this.settings.tests, undefined);
		this.collecting = false;
		return result.status === 'complete'
			? { ...result, mutantCoverage: this.stryker.mutantCoverage }
			: result;
	}

	async mutantRun({ activeMutant, testFilter, hitLimit, disableBail }) {
		this.stryker.activeMutant = String(activeMutant.id);
		this.stryker.hitLimit = hitLimit;
		this.stryker.hitCount = hitLimit === undefined ? undefined : 0;
		this.bails = disableBail !== true;
		const wanted = testFilter && new Set(testFilter);
		// The test of the same name knows most of it, so it comes first.
		const ownTest = `/${path.basename(activeMutant.fileName, '.ts')}.test.ts`;
		const files = this.settings.tests
			.filter((file) => !testFilter || testFilter.some((id) => id.startsWith(`${file}: `)))
			.sort((a, b) => Number(b.endsWith(ownTest)) - Number(a.endsWith(ownTest)));
		const result = await this.runFiles(files, wanted);
		this.stryker.activeMutant = undefined;
		if (hitLimit !== undefined && this.stryker.hitCount > hitLimit)
			return { status: 'timeout', reason: 'Hit limit reached' };
		if (result.status !== 'complete') return result;
		const failed = result.tests.find((one) => one.status === 1);
		const nrOfTests = result.tests.filter((one) => one.status !== 2).length;
		return failed
			? {
					status: 'killed',
					failureMessage: failed.failureMessage,
					killedBy: [failed.id],
					nrOfTests,
				}
			: { status: 'survived', nrOfTests };
	}

	async runFiles(files, wanted) {
		this.wanted = wanted;
		this.hasFailed = false;
		const tests = [];
		for (const file of files) {
			if (this.hasFailed) break;
			try {
				tests.push(...(await this.runFile(file)));
			} catch (error) {
				return { status: 'error', errorMessage: String(error) };
			} finally {
				this.putBack();
			}
		}
		return { status: 'complete', tests };
	}

	async runFile(file) {
		this.file = file;
		this.circus.resetState();
		this.circus.getState().testTimeout = this.settings.testTimeout;
		await this.dispatch({ name: 'setup', parentProcess: process, testNamePattern: null });
		try {
			for (const setup of [...this.settings.setup, file]) this.loader.load(path.resolve(setup));
			const { testResults, unhandledErrors } = await this.circus.run();
			if (unhandledErrors.length > 0) throw new Error(unhandledErrors.join('\n'));
			return testResults.map((result) => {
				const id = this.idOf(result.testPath.slice(1));
				const base = {
					id,
					name: id,
					timeSpentMs: result.duration ?? 0,
					fileName: path.resolve(file),
				};
				if (result.status === 'skip' || result.status === 'todo') return { ...base, status: 2 };
				return result.errors.length > 0
					? { ...base, status: 1, failureMessage: result.errors.join('\n') }
					: { ...base, status: 0 };
			});
		} finally {
			await this.dispatch({ name: 'teardown' });
		}
	}

	idOf(names) {
		return `${this.file}: ${names.join(' ')}`;
	}

	heard({ name, test }) {
		if (name === 'test_start') {
			const names = [];
			for (let at = test; at.parent; at = at.parent) names.unshift(at.name);
			const id = this.idOf(names);
			if (this.hasFailed || (this.wanted && !this.wanted.has(id))) test.mode = 'skip';
			if (this.collecting) this.stryker.currentTestId = id;
			this.expect.setState({ currentTestName: id });
		}
		if (name === 'test_done') {
			const { suppressedErrors } = this.expect.getState();
			this.expect.setState({ suppressedErrors: [] });
			test.errors.push(...this.expect.extractExpectedAssertionsErrors().map((one) => one.error));
			test.errors.push(...(suppressedErrors ?? []));
			if (test.errors.length > 0 && this.bails) this.hasFailed = true;
			this.stryker.currentTestId = undefined;
		}
	}
}

export const strykerPlugins = [
	{ kind: 'TestRunner', name: 'circus', injectableClass: CircusRunner },
];
