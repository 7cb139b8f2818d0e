import { execa } from 'execa';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const STOP_GRACE_MS = 10_000;
const running = new Set();

// A group of its own, so that stopping reaches the children of children (npm's compiler, n8n's task runner).
const grouped = process.platform !== 'win32';

function signal(child, name) {
	try {
		if (grouped) process.kill(-child.pid, name);
		else child.kill(name);
	} catch {
		// It has gone already, which is what was wanted.
	}
}

/**
 * Starts a program whose output goes to `logFile`, under another account where `uid` and `gid` are given.
 * `exited` resolves with its exit code; `stop()` ends it and everything it started, and `kill()` does so
 * without asking. What is `last` is stopped after all that is not, since others need it until they end.
 */
export function start(command, args, options) {
	const { cwd, env = process.env, logFile, shell = false, uid, gid } = options;
	const { stopSignal = 'SIGTERM', last = false } = options;
	mkdirSync(path.dirname(logFile), { recursive: true });
	const child = execa(command, args, {
		cwd,
		env,
		extendEnv: false,
		shell,
		...(uid === undefined ? {} : { uid, gid }),
		detached: grouped,
		reject: false,
		buffer: false,
		stdin: 'ignore',
		stdout: { file: logFile },
		stderr: { file: logFile },
	});
	const exited = child.then(({ exitCode, signal: name }) => exitCode ?? name ?? 127);
	const started = {
		process: child,
		logFile,
		last,
		exited,
		logText: () => readFileSync(logFile, 'utf8'),
		async stop() {
			if (!running.has(started)) return;
			signal(child, stopSignal);
			const timer = setTimeout(() => signal(child, 'SIGKILL'), STOP_GRACE_MS);
			await exited;
			clearTimeout(timer);
		},
		/** Any signal, to it and everything it started. */
		signal: (name) => signal(child, name),
		async kill() {
			signal(child, 'SIGKILL');
			await exited;
		},
	};
	running.add(started);
	exited.then(() => running.delete(started));
	return started;
}

/** Ends every program started here. */
export async function stopAll() {
	for (const last of [false, true]) {
		const now = [...running].filter((child) => child.last === last);
		await Promise.all(now.map((child) => child.stop()));
	}
}

/**
 * Runs `cleanUp` once, whether the person presses Ctrl-C or the terminal closes, then leaves.
 * @returns {{received: boolean}} whether that has begun
 */
export function stopOnSignals(cleanUp) {
	const state = { received: false };
	for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
		process.on(name, async () => {
			if (state.received) return;
			state.received = true;
			await cleanUp();
			process.exit(name === 'SIGINT' ? 130 : 143);
		});
	}
	process.on('exit', () => {
		for (const child of running) signal(child.process, 'SIGKILL');
	});
	return state;
}
