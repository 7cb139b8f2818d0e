import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** What makes a program use that folder for temporary files. The folder is made. */
export function tempIn(folder) {
	mkdirSync(folder, { recursive: true });
	return { TMPDIR: folder, TEMP: folder, TMP: folder };
}

// Their caches, which they share between runs on purpose.
const OF_TOOLS = /^(tsx-|node-compile-cache$|v8-compile-cache)/;

/**
 * One folder for everything that this process and what it starts write for a moment.
 * `left()` names what somebody should have removed; `remove()` removes everything.
 */
export function ownTempFolder(name) {
	const folder = mkdtempSync(path.join(os.tmpdir(), `${name}-`));
	Object.assign(process.env, tempIn(folder));
	return {
		folder,
		left: () => readdirSync(folder).filter((entry) => !OF_TOOLS.test(entry)),
		remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }),
	};
}
