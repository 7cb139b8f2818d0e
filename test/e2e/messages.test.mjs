import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { npm } from '../../host/lib/npm.mjs';
import { rootDir } from '../../host/lib/paths.mjs';
import { anyPort } from '../../host/lib/ports.mjs';

const scratch = mkdtempSync(path.join(os.tmpdir(), 'flinks-messages-'));
after(() => rmSync(scratch, { recursive: true, force: true }));

/** Runs `npm start` with these options in a state of its own; it must refuse without a stack trace. */
function refusal(options, nodeOptions = []) {
	const { status, stderr } = spawnSync(
		process.execPath,
		[...nodeOptions, path.join('host', 'start.mjs'), '--state', scratch, ...options],
		{ cwd: rootDir, encoding: 'utf8', timeout: 30_000 },
	);
	assert.equal(status, 1, stderr);
	assert.doesNotMatch(stderr, /\n\s+at /);
	return stderr;
}

/** A program that occupies a port until `release` is called. */
async function occupy(answer) {
	const server = net.createServer((socket) => socket.end(answer));
	await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
	return { port: server.address().port, release: () => server.close() };
}

/** Makes this very Node claim to be another one, before the program begins. */
const pretend = (object, name, value) => [
	'--import',
	`data:text/javascript,Object.defineProperty(${object},'${name}',{value:'${value}'})`,
];

for (const flag of ['--port', '--sandbox-port']) {
	test(`a ${flag} that is in use is named, with another to choose`, async () => {
		const { port, release } = await occupy('');
		const said = refusal([flag, String(port)]);
		release();
		assert.match(said, new RegExp(`Port ${port} is already in use`));
		assert.match(said, new RegExp(`npm start -- ${flag} \\d+`));
	});
}

test('a Node that is too old is told which one to install', () => {
	const said = refusal([], pretend('process.versions', 'node', '18.20.0'));
	assert.match(said, /needs Node 20\.19 or newer; this is Node 18\.20\.0/);
});

test('a platform for which npm has no Node 24 is told to install it', async () => {
	const said = refusal(
		['--port', String(await anyPort())],
		[...pretend('process', 'version', 'v22.22.0'), ...pretend('process', 'arch', 'riscv64')],
	);
	assert.match(said, /n8n needs Node 24; this machine has v22\.22\.0/);
	assert.match(said, /Install Node 24/);
});

test('an option that does not exist shows those that do', () => {
	assert.match(refusal(['--prot', '1']), /--prot.*\n.*--port N/s);
});

test('a registry that cannot be reached is called just that', async () => {
	const folder = path.join(scratch, 'offline');
	mkdirSync(folder, { recursive: true });
	const manifest = { name: 'offline', version: '1.0.0', dependencies: { 'left-pad': '1.3.0' } };
	writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
	const nobody = `http://127.0.0.1:${await anyPort()}/`;
	const attempt = npm(
		'Installing n8n',
		['install', '--prefer-online', '--cache', path.join(folder, 'cache')],
		{
			cwd: folder,
			logFile: path.join(folder, 'npm.log'),
			env: { npm_config_registry: nobody },
		},
	);
	await assert.rejects(attempt, (problem) => {
		assert.match(problem.message, /Installing n8n failed: the npm registry cannot be reached/);
		assert.match(problem.remedy, /Check the network[^]*npm\.log/);
		return true;
	});
});
