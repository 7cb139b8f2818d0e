import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Whether a folder holds the packages of its lock file, and how to note that it does. A folder that
 * `npm install` filled is as good as one from `npm ci`, and is not thrown away, except in CI.
 */
export function installedIn(folder) {
	const modules = path.join(folder, 'node_modules');
	const stamp = path.join(modules, '.installed-lock');
	const lock = readFileSync(path.join(folder, 'package-lock.json'));
	const hash = createHash('sha256').update(lock).digest('hex');
	const note = () => writeFileSync(stamp, hash);
	if (existsSync(stamp)) return { complete: readFileSync(stamp, 'utf8').trim() === hash, note };
	const complete = !process.env.CI && existsSync(path.join(modules, '.package-lock.json'));
	if (complete) note();
	return { complete, note };
}
