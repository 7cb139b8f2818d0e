// `npm run map`: draws the arrows of docs/architecture.md from the real imports; `--check` only says
// whether the drawing is current.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './lib/root.mjs';
import { run } from './lib/run.mjs';

const FILE = path.join(root, 'docs/architecture.md');
const BEGIN = '<!-- The map is drawn by `npm run map`. -->';
const SHIPPED = ['nodes', 'outbound', 'credentials'];

/** The room of a file: a folder of the map, or a file of the ground by its own name. */
function roomOf(file) {
	if (/(^|\/)node_modules\/n8n-workflow\/|^n8n-workflow$/.test(file)) return undefined;
	const [top, second = '', third = ''] = file.split('/');
	if (!SHIPPED.includes(top)) return undefined;
	if (top === 'credentials') return 'credentials';
	if (second === 'shared') return `nodes/shared/${third}`;
	if (top === 'nodes') return 'nodes/Flinks…';
	return second.endsWith('.ts') ? 'outbound/*.ts' : `outbound/${second}`;
}

async function arrows() {
	const { ok, output } = await run('node_modules/dependency-cruiser/bin/dependency-cruise.mjs', [
		...['--config', '.dependency-cruiser.mjs', '--output-type', 'json'],
		...SHIPPED,
	]);
	const { modules } = JSON.parse(output.slice(output.indexOf('{')));
	if (!ok && modules.length === 0) throw new Error(output);
	const found = new Map();
	for (const { source, dependencies } of modules) {
		const from = roomOf(source);
		if (from === undefined) continue;
		const to = found.get(from) ?? new Set();
		for (const { resolved } of dependencies) to.add(roomOf(resolved));
		found.set(from, to);
	}
	for (const [from, to] of found) {
		to.delete(from);
		to.delete(undefined);
	}
	return found;
}

/** Whether one room leads to another over a third. */
function leads(found, from, to, seen = new Set([from])) {
	return [...(found.get(from) ?? [])].some((next) => {
		if (seen.has(next) || (seen.size === 1 && next === to)) return false;
		return (
			(found.get(next) ?? new Set()).has(to) || leads(found, next, to, new Set([...seen, next]))
		);
	});
}

function drawing(found) {
	const rooms = [...found.keys()].sort();
	const id = (room) => `r${rooms.indexOf(room)}`;
	const groups = { credentials: [], nodes: [], outbound: [] };
	for (const room of rooms) groups[room.split('/')[0]].push(`    ${id(room)}["${room}"]`);
	const boxes = Object.entries(groups).map(
		([name, lines]) => `  subgraph ${name}\n${lines.join('\n')}\n  end`,
	);
	const lines = rooms.flatMap((from) =>
		[...found.get(from)]
			.sort()
			.filter((to) => !leads(found, from, to))
			.map((to) => `  ${id(from)} --> ${id(to)}`),
	);
	return ['```mermaid', 'flowchart TD', ...boxes, ...lines, '```'].join('\n');
}

const text = readFileSync(FILE, 'utf8');
const [before, rest = ''] = text.split(BEGIN);
const after = rest.slice(rest.indexOf('\n```\n') + '\n```\n'.length);
const current = `${before}${BEGIN}\n\n${drawing(await arrows())}\n${after}`;
if (!process.argv.includes('--check')) {
	writeFileSync(FILE, current);
} else if (current !== text) {
	console.error('The map in docs/architecture.md is not current. Run: npm run map');
	process.exitCode = 1;
}
