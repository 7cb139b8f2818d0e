import { npmCall } from './npmCall.mjs';
import { explainNpm } from './npmProblem.mjs';
import { start } from './processes.mjs';

/**
 * Runs npm to its end. `node` is the Node it runs on.
 * @throws {HostProblem} in words, when it fails
 */
export async function npm(task, args, { cwd, logFile, node = process.execPath, env }) {
	const call = npmCall(args, node, env);
	const child = start(call.command, call.args, { ...call.options, cwd, logFile });
	if ((await child.exited) !== 0) throw explainNpm(task, child.logText(), logFile);
	return child.logText();
}
