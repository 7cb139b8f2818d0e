// jest's globalSetup and globalTeardown: all tests of a run share one temporary folder, and n8n-core's
// own folders (one a worker) go with it. What a test should have removed itself is an error.
const { mkdtempSync, readdirSync, rmSync } = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const NAMES = ['TMPDIR', 'TEMP', 'TMP'];
/** n8n-core keeps its folder open as long as its worker lives. */
const UNTIL_THE_END = /^(n8n-engine-tests-|tsx-|node-compile-cache$)/;

exports.make = () => {
	const folder = mkdtempSync(path.join(os.tmpdir(), 'flinks-jest-'));
	for (const name of NAMES) process.env[name] = folder;
};

exports.remove = () => {
	const folder = process.env.TMPDIR ?? '';
	if (!path.basename(folder).startsWith('flinks-jest-')) return;
	const left = readdirSync(folder).filter((entry) => !UNTIL_THE_END.test(entry));
	rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
	if (left.length > 0) throw new Error(`Tests left these in the temporary folder: ${left.join()}`);
};
