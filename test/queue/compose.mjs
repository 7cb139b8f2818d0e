import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { rootDir } from '../../host/lib/paths.mjs';
import { MAIN_SETTINGS, QUEUE_SETTINGS, WORKER_SETTINGS } from '../../host/lib/queue/settings.mjs';

const file = path.join(rootDir, 'docs', 'queue', 'compose.yml');

const OWN = {
	main: { command: 'start', settings: MAIN_SETTINGS },
	'worker-1': { command: 'worker', settings: WORKER_SETTINGS },
	'worker-2': { command: 'worker', settings: WORKER_SETTINGS },
	'webhook-1': { command: 'webhook', settings: {} },
	'webhook-2': { command: 'webhook', settings: {} },
};

/** What has to be different elsewhere: addresses, names and secrets. */
const PLACES = [
	'DB_POSTGRESDB_DATABASE',
	'DB_POSTGRESDB_HOST',
	'DB_POSTGRESDB_PASSWORD',
	'DB_POSTGRESDB_PORT',
	'DB_POSTGRESDB_USER',
	'N8N_EDITOR_BASE_URL',
	'N8N_ENCRYPTION_KEY',
	'N8N_WEBHOOK_URL',
	'QUEUE_BULL_REDIS_HOST',
	'QUEUE_BULL_REDIS_PORT',
];

/** The page shows what is tested. */
export function tests({ ledger }) {
	const { services } = parse(readFileSync(file, 'utf8'), { merge: true });

	test('docs/queue/compose.yml tells each process what these tests tell it', () => {
		for (const [name, { command, settings }] of Object.entries(OWN)) {
			const { environment, ...service } = services[name];
			const told = Object.entries(environment).filter(([key]) => !PLACES.includes(key));
			ledger.equal(`the settings of ${name}`, Object.fromEntries(told), {
				...QUEUE_SETTINGS,
				...settings,
			});
			ledger.equal(`the command of ${name}`, service.command, command);
		}
		ledger.equal(
			'processes of n8n',
			Object.keys(services).sort(),
			['front', ...Object.keys(OWN), 'postgres', 'redis'].sort(),
		);
	});
}
