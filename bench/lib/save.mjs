import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { rootDir } from '../../host/lib/paths.mjs';
import { chartOf } from './chart.mjs';

/** Keeps the results for docs/performance.md and draws the README's chart from them. */
export async function save(results) {
	const file = path.join(rootDir, 'bench', 'results.json');
	writeFileSync(file, `${JSON.stringify(results, null, '\t')}\n`);
	mkdirSync(path.join(rootDir, 'docs', 'images'), { recursive: true });
	writeFileSync(path.join(rootDir, 'docs', 'images', 'bench.svg'), await chartOf(results));
}
