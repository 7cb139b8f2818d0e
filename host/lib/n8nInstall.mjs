import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { headersOf } from './node24.mjs';
import { npm } from './npm.mjs';
import { n8nDir } from './paths.mjs';
import { step } from './progress.mjs';

const stampFile = path.join(n8nDir, 'node_modules', '.installed-from');

function stampOf(node) {
	const hash = createHash('sha256');
	for (const file of ['package.json', 'package-lock.json']) {
		hash.update(readFileSync(path.join(n8nDir, file)));
	}
	return `${hash.digest('hex')} ${process.platform}-${process.arch} ${path.basename(node)}`;
}

const isInstalled = (stamp) => existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;

/** Installs the pinned n8n unless it is there already. */
export async function installN8n(node, stateDir) {
	const stamp = stampOf(node);
	if (isInstalled(stamp)) return;
	const logs = path.join(stateDir, 'logs');
	const headers = headersOf(node);
	await step('Install n8n (2.7 GB, about 4 minutes, once)', async (note) => {
		note('downloading 2,200 packages');
		// Only sqlite3 needs an install script; others would fetch binaries from elsewhere or phone home.
		await npm('Installing n8n', ['ci', '--ignore-scripts'], {
			cwd: n8nDir,
			node,
			logFile: path.join(logs, 'install-n8n.log'),
		});
		note('compiling the database driver');
		await npm('Building sqlite3', ['rebuild', 'sqlite3', '--ignore-scripts=false'], {
			cwd: n8nDir,
			node,
			logFile: path.join(logs, 'build-sqlite3.log'),
			env: headers ? { npm_config_nodedir: headers } : {},
		});
		writeFileSync(stampFile, stamp);
	});
}
