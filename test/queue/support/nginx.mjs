import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { rootDir } from '../../../host/lib/paths.mjs';
import { anyPort } from '../../../host/lib/ports.mjs';
import { start } from '../../../host/lib/processes.mjs';
import { answers } from '../../../host/lib/waiting.mjs';
import { eventually } from './workers.mjs';

const file = path.join(rootDir, 'docs', 'queue', 'nginx.conf');
const program = ['/usr/sbin/nginx', '/usr/local/bin/nginx', '/opt/homebrew/bin/nginx'].find(
	existsSync,
);

export const hasNginx = program !== undefined;

const hostOf = (url) => new URL(url).host;

/** nginx with the file of docs/queue, in front of these processes. @returns its address */
export async function startNginx({ mainUrl, webhookUrls }, stateDir) {
	const folder = path.join(stateDir, 'nginx');
	mkdirSync(path.join(folder, 'logs'), { recursive: true });
	const port = await anyPort();
	const places = [
		['server webhook-1:5678', `server ${hostOf(webhookUrls[0])}`],
		['server webhook-2:5678', `server ${hostOf(webhookUrls[1])}`],
		['server main:5678', `server ${hostOf(mainUrl)}`],
		['listen 8080', `listen 127.0.0.1:${port}`],
	];
	const text = places.reduce(
		(now, [from, to]) => now.replace(from, to),
		readFileSync(file, 'utf8'),
	);
	const config = path.join(folder, 'nginx.conf');
	writeFileSync(config, text);
	const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
		(name) => `${name}_temp_path ${folder}/${name};`,
	);
	writeFileSync(config, text.replace('http {', `http {\n${temporary.join('\n')}`));
	const main = `daemon off; pid ${folder}/pid; error_log ${folder}/logs/error.log;`;
	start(program, ['-p', folder, '-c', config, '-g', main], {
		logFile: path.join(stateDir, 'logs', 'nginx.log'),
	});
	const url = `http://127.0.0.1:${port}`;
	await eventually('nginx answers', () => answers(`${url}/healthz`));
	return url;
}
