// `npm run test:queue [-- name ...]`: n8n in queue mode with the packed nodes, Redis and Postgres beside the
// sandbox, then test/queue against it. Names choose parts.
import { describeProblem } from '../host/lib/problem.mjs';
import { installProject } from '../host/lib/projectInstall.mjs';

try {
	installProject('host/.state');
	const { runQueueTests } = await import('./lib/queueTests.mjs');
	process.exitCode = await runQueueTests(process.argv.slice(2));
} catch (error) {
	console.error(`\n${describeProblem(error)}`);
	process.exitCode = 1;
}
