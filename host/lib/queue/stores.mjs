import { execa } from 'execa';
import { chownSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { HostProblem } from '../problem.mjs';
import { start } from '../processes.mjs';
import { lastLines, waitUntil } from '../waiting.mjs';

const READY_TIMEOUT_MS = 30_000;
const HOST = '127.0.0.1';

/** What a store answers to a question in its own protocol; nothing while nobody listens. */
function askStore(port, question, wanted) {
	return new Promise((resolve) => {
		const socket = net.connect({ host: HOST, port, timeout: 1_000 });
		const end = (answer) => {
			socket.destroy();
			resolve(answer);
		};
		socket.once('connect', () => socket.write(question));
		socket.once('data', (data) => end(wanted(data)));
		socket.once('error', () => end(false));
		socket.once('timeout', () => end(false));
	});
}

async function ready(child, name, isReady) {
	if (await waitUntil(isReady, { timeoutMs: READY_TIMEOUT_MS, child })) return child;
	await child.stop();
	throw new HostProblem(
		`${name} did not start. Its last words:\n${lastLines(child.logText())}`,
		`Full log: ${child.logFile}`,
	);
}

/** Starts Redis; it keeps what it holds in `folder`, so that a stop loses nothing. */
export async function startRedis({ redisServer, folder, port, logs }) {
	mkdirSync(folder, { recursive: true });
	const args = ['--port', String(port), '--bind', HOST, '--dir', folder, '--appendonly', 'yes'];
	const child = start(redisServer, args, { logFile: path.join(logs, 'redis.log'), last: true });
	const pong = (data) => data.toString().startsWith('+PONG');
	return await ready(child, 'Redis', () => askStore(port, 'PING\r\n', pong));
}

/** Makes the folder of a database for the account that Postgres runs as. The login is by password. */
export async function makeDatabase({ initdb, folder, account, password }) {
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	const passwordFile = `${folder}-password`;
	writeFileSync(passwordFile, password, { mode: 0o600 });
	if (account.uid !== undefined) {
		for (const own of [folder, passwordFile]) chownSync(own, account.uid, account.gid);
	}
	const flags = ['--username=n8n', '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C'];
	const { exitCode, all } = await execa(
		initdb,
		[`--pgdata=${folder}`, `--pwfile=${passwordFile}`, ...flags],
		{ ...account, cwd: '/', all: true, reject: false },
	);
	rmSync(passwordFile);
	if (exitCode === 0) return;
	throw new HostProblem(
		`Postgres could not make a database: ${lastLines(all ?? '')}`,
		`The folder has to be one that another account can reach: ${folder}. Set TMPDIR to such a folder.`,
	);
}

/** Eight bytes that ask whether Postgres talks TLS; it answers S or N once it takes connections. */
const SSL_REQUEST = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);

/** Starts Postgres on a folder of `makeDatabase`. */
export async function startPostgres({ postgres, folder, account, port, logs }) {
	const settings = [
		`listen_addresses=${HOST}`,
		'unix_socket_directories=',
		'max_connections=200',
		'fsync=off',
	];
	const child = start(
		postgres,
		['-D', folder, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
		{
			...account,
			cwd: '/',
			logFile: path.join(logs, 'postgres.log'),
			// SIGTERM would wait until everybody has left.
			stopSignal: 'SIGINT',
			last: true,
		},
	);
	const yes = (data) => data[0] === 0x4e || data[0] === 0x53;
	return await ready(child, 'Postgres', () => askStore(port, SSL_REQUEST, yes));
}
