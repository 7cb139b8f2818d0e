import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { N8nApi } from '../../host/lib/n8nApi.mjs';
import { rootDir } from '../../host/lib/paths.mjs';
import { anyPort } from '../../host/lib/ports.mjs';
import { answers, waitUntil } from '../../host/lib/waiting.mjs';

const TIMEOUT_MS = 300_000;
const stateDir = mkdtempSync(path.join(os.tmpdir(), 'flinks-start-'));
const port = await anyPort();
const sandboxPort = await anyPort();
const started = [];
after(async () => {
	for (const run of started) run.interrupt();
	await Promise.all(started.map(({ exited }) => exited));
	rmSync(stateDir, { recursive: true, force: true });
});

/** `npm start` in a terminal of its own, which can press Ctrl-C. */
function npmStart(...options) {
	const args = ['start', '--', '--state', stateDir, '--port', String(port)];
	const child = spawn('npm', [...args, '--sandbox-port', String(sandboxPort), ...options], {
		cwd: rootDir,
		detached: true,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const run = {
		text: '',
		exited: new Promise((resolve) => child.once('exit', (code) => resolve(code))),
		interrupt: () => {
			if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid, 'SIGINT');
		},
	};
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', (text) => {
			run.text += text;
		});
	}
	started.push(run);
	return run;
}

const addressesOf = (text) => ({
	email: /e-mail\s+(\S+)/.exec(text)?.[1],
	password: /password\s+(\S+)/.exec(text)?.[1],
});

function assertResults(text) {
	assert.match(
		text,
		/Flinks: registration audit › Write the Report\n┌[^]*registrations are waiting/,
	);
	assert.match(text, /Flinks: nightly refresh › Summary\n┌[^]*customers/);
	assert.match(text, /Flinks: account fetch › Largest Balance First\n┌[^]*MORTGAGE/);
}

test('npm start ends with results and an editor that can be used; Ctrl-C ends everything', async () => {
	const run = npmStart();
	await waitUntil(() => /Ctrl-C stops both/.test(run.text), { timeoutMs: TIMEOUT_MS, child: run });
	assert.match(run.text, /Ctrl-C stops both/, run.text);
	assertResults(run.text);
	assert.match(run.text, /To play the customer customer-1002 \(fr\), open:\nhttp\S+lang=fr/);
	await new N8nApi(`http://127.0.0.1:${port}`).enter(addressesOf(run.text));

	const second = npmStart();
	assert.equal(await second.exited, 1);
	assert.match(second.text, new RegExp(`running already: http://127.0.0.1:${port}`));

	run.interrupt();
	await run.exited;
	assert.doesNotMatch(run.text, /\n\s+at /);
	assert.equal(await answers(`http://127.0.0.1:${port}/healthz`), false);
	assert.equal(await answers(`http://127.0.0.1:${sandboxPort}/`), false);
});

test('the next start keeps its owner and its workflows, and needs no install or build', async () => {
	const run = npmStart('--once');
	assert.equal(await run.exited, 0, run.text);
	assertResults(run.text);
	assert.doesNotMatch(run.text, /Install|Build the nodes/);
});
