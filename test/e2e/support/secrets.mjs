import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { tsImport } from 'tsx/esm/api';

const dumper = path.join(import.meta.dirname, 'dumpTables.cjs');
const { CANARIES } = await tsImport('../../../sandbox/canaries.ts', import.meta.url);

/** How each secret of the sandbox begins. */
export const secretMarks = CANARIES;

const quoted = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * What must be found nowhere: by name, a pattern for each kind of secret.
 * @param {Record<string, string>} known secrets that bear no mark of the sandbox
 */
export function secretPatterns(known) {
	const { accountNumber, ...marks } = secretMarks;
	const marked = Object.entries(marks).map(([name, mark]) => [name, `${quoted(mark)}[\\w.-]*`]);
	const plain = Object.entries(known).map(([name, secret]) => [name, quoted(secret)]);
	return Object.fromEntries(
		[...marked, ...plain, ['accountNumber', `(?<![0-9a-z])${accountNumber}\\d{3,}`]].map(
			([name, pattern]) => [name, new RegExp(pattern, 'gi')],
		),
	);
}

/** Every secret in a text, as `where: kind ...last characters`, so that a report gives away nothing. */
export function secretsIn(where, text, patterns) {
	return Object.entries(patterns).flatMap(([name, pattern]) =>
		[...new Set(text.match(pattern) ?? [])].map((found) => `${where}: ${name} …${found.slice(-4)}`),
	);
}

/** All files below a folder as text, byte by byte: what was deleted may still be in them. */
export function filesBelow(folder, skip = () => false) {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter(
			(entry) => entry.isFile() && !skip(path.join(entry.parentPath ?? entry.path, entry.name)),
		)
		.map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
		.map((file) => ({ file, text: readFileSync(file, 'latin1') }));
}

/**
 * The rows of n8n's database by table, read with n8n's own driver, which is built for Node 24.
 * A secret that is cut in two by the file's pages is whole here.
 */
export function databaseTables(node24, database) {
	const { status, stdout, stderr } = spawnSync(node24, [dumper, database], {
		encoding: 'utf8',
		maxBuffer: 1 << 30,
	});
	if (status !== 0) throw new Error(`The database could not be read: ${stderr}`);
	return JSON.parse(stdout);
}
