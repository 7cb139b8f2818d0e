// `npm run test:e2e [-- name ... --pictures]`: a real n8n with the packed nodes beside the sandbox, then
// test/e2e against it. Names choose test files; --pictures renews the README's pictures.
import { describeProblem } from '../host/lib/problem.mjs';
import { installProject } from '../host/lib/projectInstall.mjs';

try {
	installProject('host/.state');
	const { runEndToEnd } = await import('./lib/endToEnd.mjs');
	process.exitCode = await runEndToEnd(process.argv.slice(2));
} catch (error) {
	console.error(`\n${describeProblem(error)}`);
	process.exitCode = 1;
}
