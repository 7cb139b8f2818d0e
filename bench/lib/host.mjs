import { cpSync } from 'node:fs';
import path from 'node:path';
import { readRecord } from '../../host/lib/demoRecord.mjs';
import { N8nApi } from '../../host/lib/n8nApi.mjs';
import { startN8n } from '../../host/lib/n8nServer.mjs';
import { installPackage } from '../../host/lib/packageInstall.mjs';
import { rootDir } from '../../host/lib/paths.mjs';
import { anyPort } from '../../host/lib/ports.mjs';

const PROBE = 'n8n-nodes-flinks-bench';

/**
 * The pinned n8n with our packed nodes and the stopwatch nodes, and its owner logged in. `restart` puts a fresh
 * process in place of it, with the same workflows at the same address.
 */
export async function openHost({ node, tarball, stateDir }) {
	const userFolder = path.join(stateDir, 'n8n');
	await installPackage(tarball, userFolder, stateDir);
	const nodes = path.join(userFolder, '.n8n', 'nodes', 'node_modules');
	cpSync(path.join(rootDir, 'bench', 'probe'), path.join(nodes, PROBE), { recursive: true });
	const port = await anyPort();
	const start = async () => await startN8n({ node, userFolder, port, stateDir });
	let server = await start();
	const n8n = new N8nApi(server.url);
	await n8n.enter(readRecord(stateDir).login);
	const restart = async () => {
		await server.child.stop();
		server = await start();
	};
	return { n8n, restart };
}
