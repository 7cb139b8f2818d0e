import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type * as FastCheck from 'fast-check';
import type * as Runs from '../support/runs';

const tests = readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).filter((file) =>
	file.endsWith('.test.ts'),
);

describe('the cases of a property in a mutation test', () => {
	let tried = 0;
	const modules: {
		fc?: typeof FastCheck;
		runs?: typeof Runs.runs;
	} = {};

	/** fast-check keeps the clock that it finds when it is loaded: in this one each case takes a minute. */
	beforeAll(() => {
		jest.spyOn(Date, 'now').mockImplementation(() => tried * 60_000);
		jest.isolateModules(() => {
			modules.fc = jest.requireActual<typeof FastCheck>('fast-check');
			jest.requireActual('../support/fewerCases');
			({ runs: modules.runs } = jest.requireActual<typeof Runs>('../support/runs'));
		});
	});

	afterAll(() => jest.restoreAllMocks());

	function timesTried(many?: number): number {
		const { fc, runs } = modules;
		tried = 0;
		const property = fc?.property(fc.integer(), () => void (tried += 1));
		if (property) fc?.assert(property, many === undefined ? undefined : runs?.(many));
		return tried;
	}

	it('are as many however long each takes', () => {
		expect([timesTried(), timesTried(2000), timesTried(20)]).toEqual([30, 30, 20]);
	});

	it('are no more in a test that names a number', () => {
		const own = tests.filter((file) =>
			/numRuns: *\d/.test(readFileSync(path.join(__dirname, file), 'utf8')),
		);
		expect(own).toEqual([]);
	});
});
