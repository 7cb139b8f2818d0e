import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const inDocs = readdirSync(path.join(root, 'docs')).filter((file) => file.endsWith('.md'));

/** As documents name tests: a file in backticks, a ›, and names with · between them. */
const NAMED = /^`((?:[a-z0-9]+\/)[\w/]+\.test\.(?:ts|mjs))` › ([^|]+)/;
const FILE = /(?=`[a-z0-9]+\/[\w/]+\.test\.(?:ts|mjs)` ›)/;

/** Up to the bracket that closes what stands before it, or the next file. */
function insideBrackets(text: string): string {
	let open = 0;
	for (let at = 0; at < text.length; at += 1) {
		if (text[at] === '(') open += 1;
		if (text[at] === ')') open -= 1;
		if (open < 0 || text.startsWith('; `', at)) return text.slice(0, at);
	}
	return text;
}

/** Each test that a document names; "the group", "the jobs" and "every case" speak of many. */
function testsNamedIn(document: string): ReadonlyArray<readonly [file: string, name: string]> {
	const parts = read(document)
		.split('\n')
		.flatMap((line) => line.split(FILE).slice(1));
	return parts.flatMap((part) => {
		const [, file = '', names = ''] = NAMED.exec(part) ?? [];
		return insideBrackets(names)
			.split(' · ')
			.map((name) => name.trim().replace(/[;.]$/, ''))
			.filter((name) => name !== '' && !/^(?:`|the (?:groups?|jobs?)|every case)/.test(name))
			.map((name) => [file, name] as const);
	});
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const LITERAL = /'((?:[^'\\]|\\.)+)'|"((?:[^"\\]|\\.)+)"|`((?:[^`\\]|\\.)+)`/;
const CALL = new RegExp(String.raw`(?<=[(,]\s?)(?:${LITERAL.source})(?=[,)])`, 'g');

/** Whether a test of the file has that title, or one with that in it; %s and its like stand for anything. */
function isTitle(file: string, name: string): boolean {
	const source = read(`test/${file}`).replace(/\s+/g, ' ');
	return [...source.matchAll(CALL)].some(([, single, double, template]) => {
		const title = (single ?? double ?? template ?? '').replace(/\\(['"`])/g, '$1');
		const pattern = escaped(title).replace(/%[ijops]|\\\$\\\{.*?\\\}|\\\$[a-zA-Z]+/g, '.+');
		return title.includes(name) || new RegExp(`^${pattern}$`).test(name);
	});
}

const cases = [...inDocs.map((file) => `docs/${file}`), 'README.md'].flatMap((document) =>
	testsNamedIn(document).map(([file, name]) => [document, file, name] as const),
);

describe('the tests that documents name', () => {
	it('are many', () => {
		expect(cases.length).toBeGreaterThan(150);
	});

	it.each(cases)('exist: %s names %s › %s', (_, file, name) => {
		expect(isTitle(file, name)).toBe(true);
	});

	it('would not pass under another name', () => {
		const [, file, name] = cases[0] ?? ['', '', ''];
		expect(isTitle(file, name.split(' ').reverse().join(' '))).toBe(false);
	});

	it.each(['docs/reliability.md', 'docs/security.md'])(
		'are there for each number of %s',
		(file) => {
			const [, table = ''] = read(file).split('## Each promise and its tests');
			const rows = table.split('\n').filter((line) => /^\| \d+ \|/.test(line));
			const numbers = rows.map((line) => Number(line.split('|')[1]));
			const first = file.includes('security') ? 25 : 1;
			expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, at) => first + at));
			expect(rows.filter((line) => !/`[\w/]+\.test\.(?:ts|mjs)`/.test(line))).toEqual([]);
		},
	);
});
