import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import ts from 'typescript';

const root = path.resolve(__dirname, '../..');

const sources = ['nodes', 'outbound', 'credentials'].flatMap((folder) =>
	readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.ts'))
		.map((file) => path.join(root, folder, file)),
);

/** What stands in the source as text; a part that is filled in later is a gap. */
const GAP = '\u0000';

function textsIn(file: string): string[] {
	const texts: string[] = [];
	const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
	const visit = (node: ts.Node): void => {
		if (ts.isStringLiteralLike(node)) texts.push(node.text);
		if (ts.isTemplateExpression(node)) {
			const rest = node.templateSpans.map(({ literal }) => literal.text);
			texts.push([node.head.text, ...rest].join(GAP));
		}
		ts.forEachChild(node, visit);
	};
	visit(tree);
	return texts;
}

const texts = sources.flatMap(textsIn);
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Texts with gaps, as what they may become; too little fixed text would fit anything. */
const patterns = texts
	.filter((text) => text.includes(GAP) && text.replaceAll(GAP, '').length >= 12)
	.map((text) => new RegExp(`^${text.split(GAP).map(escaped).join('.{1,60}?')}`));

const parts = texts.flatMap((text) => text.split(GAP)).map((part) => part.trimStart());

/** Words as a text or what follows a gap begins: somewhere in the middle they could be about anything. */
const isSaid = (words: string) =>
	parts.some((part) => part.startsWith(words)) || patterns.some((pattern) => pattern.test(words));

/** The end of a message that is told without its beginning. */
const isEndSaid = (words: string) => parts.some((part) => part.includes(words));

const readme = readFileSync(path.join(root, 'README.md'), 'utf8');

function tableUnder(start: string, end: string): string[][] {
	const section = readme.slice(readme.indexOf(start), readme.indexOf(end));
	return section
		.split('\n')
		.filter((line) => line.startsWith('| ') && !line.startsWith('| --- '))
		.slice(1)
		.map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '')));
}

const own = tableUnder('## Messages, and what to do', "n8n's own messages:");
const messages = own.flatMap(([message = '']) => message.split(' / ').map((one) => [one] as const));

const literalParts = (message: string) =>
	message
		.replaceAll('*', '')
		.replace(/\([^)]*\)/g, '')
		.split(/,? ?…|,(?= ')/)
		.map((part) => part.trim())
		.filter((part) => part.split(' ').length >= 2);

describe('the messages of the README', () => {
	it('are many', () => {
		expect(messages.length).toBeGreaterThan(30);
	});

	it.each(messages)('are those of the nodes: %s', (message) => {
		const isIt = message.startsWith('…') ? isEndSaid : isSaid;
		expect(literalParts(message).filter((part) => !isIt(part))).toEqual([]);
		expect(literalParts(message).length).toBeGreaterThan(0);
	});

	it('would not pass if a node said otherwise', () => {
		expect(isSaid('The connection to the bank of the customer has ended')).toBe(false);
		expect(isSaid('must be ACTIVE with the provider')).toBe(false);
	});

	// Fields of n8n itself are not in our sources.
	const OF_N8N = new Set(['Client Authentication', 'Production URL', 'More details', 'Settings']);
	const fields = own
		.flatMap(([, remedy = '']) => [...remedy.matchAll(/(?<!\*)\*([A-Z][^*→]+)\*(?!\*)/g)])
		.map(([, name = '']) => name)
		.filter((name) => !OF_N8N.has(name) && !name.startsWith('Flinks '));

	it.each([...new Set(fields)])('name a field, an option or an operation: %s', (name) => {
		expect(texts).toContain(name);
	});
});
