import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { rootDir } from '../../host/lib/paths.mjs';
import { chartOf } from './chart.mjs';
import { markdownOf } from './markdown.mjs';

const docs = path.join(rootDir, 'docs');
const BETWEEN = /(?<=<!-- results -->\n)[\s\S]*(?=<!-- end of results -->)/;

/** Keeps the results, draws the README's chart from them, and puts them into docs/performance.md. */
export async function save(results) {
	const file = path.join(rootDir, 'bench', 'results.json');
	writeFileSync(file, `${JSON.stringify(results, null, '\t')}\n`);
	mkdirSync(path.join(docs, 'images'), { recursive: true });
	writeFileSync(path.join(docs, 'images', 'bench.svg'), await chartOf(results));
	const page = path.join(docs, 'performance.md');
	const text = readFileSync(page, 'utf8');
	writeFileSync(
		page,
		text.replace(BETWEEN, () => `\n${markdownOf(results)}\n\n`),
	);
}
