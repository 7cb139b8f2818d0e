import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { tempIn } from '../../scripts/lib/tempFolder.mjs';
import { n8nDir } from './paths.mjs';
import { anyPort } from './ports.mjs';
import { start } from './processes.mjs';
import { HostProblem } from './problem.mjs';
import { answers, lastLines, waitUntil } from './waiting.mjs';

const READY_TIMEOUT_MS = 120_000;
const entry = path.join(n8nDir, 'node_modules', 'n8n', 'bin', 'n8n');

/** The folder of an n8n for files that workflows write. */
export const filesIn = (userFolder) => path.join(userFolder, 'files');

/** Everything that would call out to n8n.io is off: the demo and the tests work without a network. */
function environment({ node, userFolder, port, brokerPort, temp }) {
	const url = `http://127.0.0.1:${port}/`;
	const inherited = Object.fromEntries(
		Object.entries(process.env).filter(([name]) => !/^(N8N_|DB_|npm_|NODE_OPTIONS)/.test(name)),
	);
	return {
		...inherited,
		PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}`,
		...temp,
		N8N_USER_FOLDER: userFolder,
		N8N_PORT: String(port),
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		N8N_PROTOCOL: 'http',
		N8N_EDITOR_BASE_URL: url,
		N8N_WEBHOOK_URL: url,
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		N8N_SECURE_COOKIE: 'false',
		DB_TYPE: 'sqlite',
		// Where the nodes for files may read and write; n8n's own default is in the home of the person.
		N8N_RESTRICT_FILE_ACCESS_TO: filesIn(userFolder),
		GENERIC_TIMEZONE: 'UTC',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		N8N_DISABLED_MODULES: 'mcp-registry',
	};
}

/**
 * Starts the pinned n8n and waits until it can be used.
 * @returns {Promise<{url: string, child: object}>} `url` has no slash at its end
 */
export async function startN8n({ node, userFolder, port, stateDir }) {
	const url = `http://127.0.0.1:${port}`;
	mkdirSync(filesIn(userFolder), { recursive: true });
	const child = start(node, [entry, 'start'], {
		cwd: n8nDir,
		env: environment({
			node,
			userFolder,
			port,
			brokerPort: await anyPort(),
			temp: tempIn(path.join(stateDir, 'tmp')),
		}),
		logFile: path.join(stateDir, 'logs', 'n8n.log'),
	});
	const ready = await waitUntil(() => answers(`${url}/healthz/readiness`), {
		timeoutMs: READY_TIMEOUT_MS,
		child,
	});
	if (ready) return { url, child };
	await child.stop();
	throw new HostProblem(
		`n8n did not start. Its last words:\n${lastLines(child.logText())}`,
		`Full log: ${child.logFile}\nA clean state often helps: npm start -- --reset`,
	);
}
