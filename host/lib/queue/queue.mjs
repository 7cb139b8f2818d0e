import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startN8nProcess } from '../n8nProcess.mjs';
import { anyPort } from '../ports.mjs';
import { startFront } from './front.mjs';
import { member } from './member.mjs';
import { findPrograms, unprivileged } from './programs.mjs';
import { MAIN_SETTINGS, QUEUE_SETTINGS, WORKER_SETTINGS } from './settings.mjs';
import { makeDatabase, startPostgres, startRedis } from './stores.mjs';

const TWO = [1, 2];

/** A folder for a moment that other accounts may pass through; gone when this process ends. */
function passableFolder() {
	const folder = mkdtempSync(path.join(os.tmpdir(), 'flinks-queue-stores-'));
	chmodSync(folder, 0o711);
	process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
	return folder;
}

async function startStores(logs) {
	const programs = findPrograms();
	const account = unprivileged();
	const folder = passableFolder();
	const ports = { redis: await anyPort(), postgres: await anyPort() };
	const password = randomBytes(16).toString('hex');
	const database = { ...programs, folder: path.join(folder, 'postgres'), account, logs };
	await makeDatabase({ ...database, password });
	const redis = member('redis', () =>
		startRedis({ ...programs, folder: path.join(folder, 'redis'), port: ports.redis, logs }),
	);
	const postgres = member('postgres', () => startPostgres({ ...database, port: ports.postgres }));
	await Promise.all([redis.start(), postgres.start()]);
	const settings = {
		QUEUE_BULL_REDIS_HOST: '127.0.0.1',
		QUEUE_BULL_REDIS_PORT: String(ports.redis),
		DB_POSTGRESDB_HOST: '127.0.0.1',
		DB_POSTGRESDB_PORT: String(ports.postgres),
		DB_POSTGRESDB_DATABASE: 'postgres',
		DB_POSTGRESDB_USER: 'n8n',
		DB_POSTGRESDB_PASSWORD: password,
	};
	return { redis, postgres, settings };
}

/**
 * n8n in queue mode: Redis, Postgres, the main process, two workers, two webhook processes, and one address
 * in front of them.
 * @param {Record<string, string>} [order.forWorkers] variables of the workers' environment
 * @returns {Promise<{url: string, front: {stop: () => void}, main: object, workers: object[], webhooks: object[], redis: object,
 * postgres: object, addWorker: () => Promise<object>, mainUrl: string, webhookUrls: string[]}>} each program as `member` gives it;
 * `addWorker` makes one more, not yet started
 */
export async function startQueue({ node, userFolder, port, stateDir, forWorkers = {} }) {
	const { redis, postgres, settings } = await startStores(path.join(stateDir, 'logs'));
	const url = `http://127.0.0.1:${port}`;
	const shared = {
		...QUEUE_SETTINGS,
		...settings,
		N8N_ENCRYPTION_KEY: randomBytes(24).toString('base64'),
	};
	const n8n = (name, command, ownPort, more = {}) => {
		const launch = (time) =>
			startN8nProcess({
				command,
				name: time === 1 ? name : `${name}-${time}`,
				node,
				userFolder,
				port: ownPort,
				url,
				stateDir,
				more: { ...shared, ...more },
			});
		return member(name, launch, `http://127.0.0.1:${ownPort}`);
	};
	const mainPort = await anyPort();
	const mainUrl = `http://127.0.0.1:${mainPort}`;
	const main = n8n('main', 'start', mainPort, MAIN_SETTINGS);
	// First alone: it makes the tables.
	await main.start();
	const workers = [];
	const webhooks = [];
	const webhookUrls = [];
	const addWorker = async () => {
		const health = await anyPort();
		const more = { ...WORKER_SETTINGS, ...forWorkers, QUEUE_HEALTH_CHECK_PORT: String(health) };
		const worker = n8n(`worker-${workers.length + 1}`, 'worker', health, more);
		workers.push(worker);
		return worker;
	};
	for (const number of TWO) {
		await addWorker();
		const webhookPort = await anyPort();
		webhookUrls.push(`http://127.0.0.1:${webhookPort}`);
		webhooks.push(n8n(`webhook-${number}`, 'webhook', webhookPort));
	}
	await Promise.all([...workers, ...webhooks].map((one) => one.start()));
	const front = await startFront({
		port,
		main: `http://127.0.0.1:${mainPort}`,
		webhooks: webhookUrls,
	});
	const programs = { main, workers, webhooks, redis, postgres };
	return { url, front, ...programs, addWorker, mainUrl, webhookUrls };
}
