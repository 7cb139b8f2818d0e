import { parseOptions, usage } from './options.mjs';
import { describeProblem } from './problem.mjs';
import { installProject } from './projectInstall.mjs';

/** Reads the options, installs the project's libraries, and only then loads what needs them. */
async function run(argv) {
	const options = parseOptions(argv);
	if (options.help) {
		console.log(usage);
		return 0;
	}
	installProject(options.stateDir);
	const { main } = await import('./main.mjs');
	const { stopAll } = await import('./processes.mjs');
	try {
		return await main(options);
	} finally {
		await stopAll();
	}
}

/** `npm start`, to its end. */
export async function begin(argv) {
	let code;
	try {
		code = await run(argv);
	} catch (error) {
		console.error(`\n${describeProblem(error)}`);
		code = 1;
	}
	process.exit(code);
}
