// `npm run test:sync`: random bank histories with faults; replaying the changes must always give the bank.
// SYNC_HISTORIES says how many, FC_SEED which (a number, or `random`).
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const folder = mkdtempSync(path.join(tmpdir(), 'sync-'));
const report = path.join(folder, 'report.json');
try {
	const { status } = spawnSync(
		process.execPath,
		[path.join(root, 'node_modules/jest/bin/jest.js'), '--selectProjects=sync'],
		{ cwd: root, stdio: 'inherit', env: { ...process.env, SYNC_REPORT: report } },
	);
	if (existsSync(report)) {
		const { histories, lost, doubled, phantom } = JSON.parse(readFileSync(report, 'utf8'));
		console.log(
			`sync: ${histories} histories, ${lost} lost, ${doubled} doubled, ${phantom} phantom`,
		);
	}
	process.exitCode = status ?? 1;
} finally {
	rmSync(folder, { recursive: true, force: true });
}
