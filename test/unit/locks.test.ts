import { readFileSync } from 'node:fs';
import path from 'node:path';

import { z } from 'zod';

const root = path.resolve(__dirname, '../..');
const Lock = z.object({
	packages: z.record(
		z.string(),
		z.object({ optionalDependencies: z.record(z.string(), z.string()).optional() }),
	),
});

/** Parts for other platforms that a package names and the lock file does not hold. */
function missingParts(folder: string): string[] {
	const lock = readFileSync(path.join(root, folder, 'package-lock.json'), 'utf8');
	const { packages } = Lock.parse(JSON.parse(lock));
	const held = new Set(Object.keys(packages).map((at) => at.replace(/^.*node_modules\//, '')));
	return Object.values(packages)
		.flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies))
		.filter((name) => !held.has(name));
}

// `npm ci` refuses a lock file that lacks one of them, and whoever works on that platform gets no tool.
describe.each(['.', 'host/n8n', 'host/node24', 'test/oldest'])('the lock file of %s', (folder) => {
	it('holds the parts for every platform', () => {
		expect(missingParts(folder)).toEqual([]);
	});
});
