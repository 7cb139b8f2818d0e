import { rmSync } from 'node:fs';
import path from 'node:path';
import { openDemo } from './demo.mjs';
import { storeCustomers } from './manyCustomers.mjs';
import { noteRunning, refuseSecondStart } from './onlyOne.mjs';
import { choosePort } from './ports.mjs';
import { prepare } from './prepare.mjs';
import { stopAll, stopOnSignals } from './processes.mjs';
import { step } from './progress.mjs';
import { queueDemo } from './queue/demo.mjs';
import { tableOf } from './table.mjs';
import { runWorkflow, showable } from './workflows.mjs';

const N8N_PORT = 5678;
const SANDBOX_PORT = 4010;

function reset(stateDir) {
	for (const name of ['n8n', 'demo.json']) {
		rmSync(path.join(stateDir, name), { recursive: true, force: true });
	}
}

async function showResults({ n8n, workflows }) {
	let failed = false;
	for (const { id, name } of showable(workflows)) {
		const result = await step(`Run “${name}” once`, () => runWorkflow(n8n, id));
		failed ||= result.status !== 'success';
		if (result.problem) console.log(`\n${result.name} failed:\n${result.problem}`);
		for (const { node, rows } of result.results) {
			console.log(`\n${result.name} › ${node}\n${tableOf(rows)}`);
		}
		console.log('');
	}
	return !failed;
}

function showAddresses({ server, sandbox, login, links }) {
	console.log(`The n8n editor:  ${server.url}`);
	for (const [name, address] of server.parts ?? []) console.log(`  ${name.padEnd(15)}${address}`);
	console.log(`  e-mail         ${login.email}`);
	console.log(`  password       ${login.password}`);
	console.log(`The sandbox:     ${sandbox.url}`);
	for (const { reference, language, authorizationUrl } of links) {
		console.log(`\nTo play the customer ${reference} (${language}), open:\n${authorizationUrl}`);
	}
	console.log('\nCtrl-C stops both.');
}

/** `npm start`. @returns {Promise<number>} the exit code, once there is nothing left to wait for */
export async function main(options) {
	const { stateDir, serve } = options.queue ? queueDemo(options.stateDir) : options;
	await refuseSecondStart(stateDir);
	const port = await choosePort('port', options.port, N8N_PORT);
	const sandboxPort = await choosePort('sandbox-port', options.sandboxPort, SANDBOX_PORT);
	if (options.reset || options.queue) reset(stateDir);
	const signals = stopOnSignals(async () => {
		console.log('\nStopping n8n and the sandbox …');
		await stopAll();
	});

	const prepared = await prepare(stateDir);
	noteRunning(stateDir, `http://127.0.0.1:${port}`, process.pid);
	const demo = await openDemo({ ...prepared, stateDir, port, sandboxPort, serve });
	const succeeded = await showResults(demo);
	if (options.customers > 0) {
		await step(`Store ${options.customers} customers`, () =>
			storeCustomers(demo, options.customers),
		);
	}
	if (options.once) return succeeded ? 0 : 1;
	showAddresses(demo);
	await Promise.race([demo.server.child, demo.sandbox.child].map(({ exited }) => exited));
	// Leaving is then up to the signal's own handler.
	if (signals.received) await new Promise(() => {});
	console.error(`n8n or the sandbox has ended by itself. Logs: ${path.join(stateDir, 'logs')}`);
	return 1;
}
