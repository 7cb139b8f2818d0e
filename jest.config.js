/** Engine tests run on another n8n by pointing N8N_HOST_DIR at a folder that has n8n-core installed. */
const path = require('node:path');

const hostDir = process.env.N8N_HOST_DIR;
const onHost = (name) => path.join(path.resolve(hostDir), 'node_modules', name);
const hostModules = hostDir
	? {
			'^n8n-workflow$': onHost('n8n-workflow'),
			'^n8n-core$': onHost('n8n-core'),
			'^reflect-metadata$': onHost('reflect-metadata'),
		}
	: {};

const project = (displayName, extra = {}) => ({
	displayName,
	testEnvironment: 'node',
	cacheDirectory: '<rootDir>/node_modules/.cache/jest',
	testMatch: [`<rootDir>/test/${displayName}/**/*.test.ts`],
	// Types are checked by `npm run types`; here each file is only translated.
	transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.jest.json' }] },
	modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/host/', '<rootDir>/.stryker-tmp/'],
	...extra,
});

module.exports = {
	projects: [
		project('unit', { setupFiles: ['<rootDir>/test/support/propertySeed.ts'] }),
		project('sandbox'),
		project('sync', { setupFiles: ['<rootDir>/test/support/propertySeed.ts'] }),
		project('engine', { moduleNameMapper: hostModules }),
		project('faults', { moduleNameMapper: hostModules }),
		project('package'),
	],
	testTimeout: 60_000,
	globalSetup: '<rootDir>/test/support/makeTempFolder.js',
	globalTeardown: '<rootDir>/test/support/removeTempFolder.js',
};
