import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { rootDir } from '../../host/lib/paths.mjs';
import { chartOf } from './chart.mjs';
import { markdownOf } from './markdown.mjs';

const docs = path.join(rootDir, 'docs');
const file = path.join(rootDir, 'bench', 'results.json');
const BETWEEN = /(?<=<!-- results -->\n)[\s\S]*(?=<!-- end of results -->)/;

const isOf = (jobs) => {
	const ids = new Set(jobs.map(({ id }) => id));
	return ({ job }) => ids.has(job);
};

/**
 * Keeps results in bench/results.json, each as soon as it is there, so that an interrupted run keeps what it
 * measured. What is there of other jobs stays; those of `jobs` begin anew.
 * @param {object[]} jobs those of this run
 * @param {object[]} all every job there is, in the order of the file
 */
export function keeper(jobs, all) {
	const order = all.map(({ id }) => id);
	const known = JSON.parse(readFileSync(file, 'utf8'));
	const kept = known.filter(isOf(all)).filter((result) => !isOf(jobs)(result));
	const sorted = () => kept.toSorted((a, b) => order.indexOf(a.job) - order.indexOf(b.job));
	return {
		put(result) {
			kept.push(result);
			writeFileSync(file, `${JSON.stringify(sorted(), null, '\t')}\n`);
		},
		/** Draws the README's chart from all results, and puts them into docs/performance.md. */
		async publish() {
			const results = sorted();
			mkdirSync(path.join(docs, 'images'), { recursive: true });
			writeFileSync(path.join(docs, 'images', 'bench.svg'), await chartOf(results));
			const page = path.join(docs, 'performance.md');
			const text = readFileSync(page, 'utf8');
			writeFileSync(
				page,
				text.replace(BETWEEN, () => `\n${markdownOf(results)}\n\n`),
			);
		},
	};
}
