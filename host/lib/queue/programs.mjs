import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { HostProblem } from '../problem.mjs';

/** Debian and its children keep the programs of each version here, outside the PATH. */
const DEBIAN = '/usr/lib/postgresql';

function debianFolders() {
	if (!existsSync(DEBIAN)) return [];
	const newestFirst = readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a));
	return newestFirst.map((version) => path.join(DEBIAN, version, 'bin'));
}

function isProgram(file) {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

const onPath = () => (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);

/** The first of these folders that has all the programs. */
const folderWith = (names, folders) =>
	folders.find((folder) => names.every((name) => isProgram(path.join(folder, name))));

/**
 * The machine's own Redis and Postgres.
 * @throws {HostProblem} that says what to install
 */
export function findPrograms() {
	const redis = folderWith(['redis-server'], onPath());
	const postgres = folderWith(['initdb', 'postgres'], [...onPath(), ...debianFolders()]);
	const missing = [!redis && 'Redis (redis-server)', !postgres && 'Postgres (initdb, postgres)'];
	if (redis && postgres) {
		return {
			redisServer: path.join(redis, 'redis-server'),
			initdb: path.join(postgres, 'initdb'),
			postgres: path.join(postgres, 'postgres'),
		};
	}
	throw new HostProblem(
		`Queue mode needs ${missing.filter(Boolean).join(' and ')}, which this machine does not have.`,
		'Debian, Ubuntu: apt-get install redis-server postgresql. macOS: brew install redis postgresql@17, then put its bin folder into the PATH.',
	);
}

/** Somebody other than root, since Postgres refuses to run as root; nothing where this is not root. */
export function unprivileged() {
	if (process.getuid?.() !== 0) return {};
	for (const name of ['postgres', 'nobody']) {
		const [uid, gid] = ['-u', '-g'].map((flag) => {
			const { stdout, status } = spawnSync('id', [flag, name], { encoding: 'utf8' });
			return status === 0 ? Number(stdout) : undefined;
		});
		if (uid !== undefined && gid !== undefined) return { uid, gid };
	}
	throw new HostProblem(
		'Postgres does not run as root, and this machine has neither an account "postgres" nor "nobody".',
		'Run this as another person, or add such an account.',
	);
}
