import { Listr, PRESET_TIMER } from 'listr2';
import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { steps } from './steps.mjs';
import { ownTempFolder } from './tempFolder.mjs';

/** Most tests wait for an answer half of their time. */
const AT_ONCE = Math.floor(availableParallelism() / 2) + 1;
const OPTIONS = {
	exitOnError: false,
	rendererOptions: { timer: PRESET_TIMER, collapseErrors: true },
	fallbackRendererOptions: { timer: PRESET_TIMER },
};

/** A step as listr2 shows it; what came of it is kept in `results`. */
const taskOf =
	(results) =>
	([name, step]) => ({
		title: name,
		task: async (_, task) => {
			const result = await step();
			results.push({ name, ...result });
			if (result.summary) task.title = `${name}: ${result.summary}`;
			if (!result.ok) throw new Error(`${name} failed`);
		},
	});

function show(results) {
	const broken = results.filter(({ ok }) => !ok);
	for (const { name, output } of broken) console.log(`\n=== ${name}\n${output}`);
	const sum = (key) => results.reduce((total, result) => total + (result[key] ?? 0), 0);
	console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
	if (broken.length > 0) console.log(`Failed steps: ${broken.map(({ name }) => name).join(', ')}`);
	return broken.length === 0 ? 0 : 1;
}

/**
 * Runs the steps named, all of them without a name, and says in the end what failed and why.
 * @returns {Promise<number>} the exit code
 */
export async function runChosen(wanted) {
	const all = Object.keys(steps);
	const unknown = wanted.filter((name) => !all.includes(name));
	if (unknown.length > 0) {
		console.error(`No step ${unknown.join(', ')}. Steps: ${all.join(', ')}`);
		return 1;
	}
	const chosen = Object.entries(steps).filter(
		([name]) => wanted.length === 0 || wanted.includes(name),
	);
	const temp = ownTempFolder('flinks-test');
	const reports = path.join(temp.folder, 'reports');
	mkdirSync(reports);
	const results = [];
	const left = () => {
		const names = temp.left().filter((name) => name !== 'reports');
		return { ok: names.length === 0, output: `Left in the temporary folder: ${names.join(', ')}` };
	};
	const task = taskOf(results);
	try {
		const tasks = chosen.map(([name, step]) => task([name, () => step(reports)]));
		await new Listr(tasks, { ...OPTIONS, concurrent: AT_ONCE }).run();
		await new Listr([task(['left behind', left])], OPTIONS).run();
		return show(results);
	} finally {
		temp.remove();
	}
}
