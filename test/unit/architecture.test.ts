import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');

// Data rather than code: the API's types and error lists are generated from the contract.
const LONG_FILES = ['contract', 'endpoints', 'rows'].map((name) => `outbound/model/${name}.ts`);

const filesOf = (folder: string) =>
	readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.ts') && !file.includes('node_modules'))
		.map((file) => path.posix.join(folder, file));

const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

const withoutComments = (code: string) =>
	code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');

/** What a file imports: package names as they are, relative paths from the repository root. */
function importsOf(file: string): string[] {
	const found = withoutComments(read(file)).matchAll(
		/\b(?:from|import|require\()\s*\(?['"]([^'"]+)['"]/g,
	);
	return [...found].map(([, name = '']) =>
		name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name,
	);
}

/** Every import of the folder's files that is none of the allowed ones, as `file -> import`. */
function strayImports(folder: string, allowed: RegExp): string[] {
	return filesOf(folder).flatMap((file) =>
		importsOf(file)
			.filter((name) => !allowed.test(name))
			.map((name) => `${file} -> ${name}`),
	);
}

/** Every line of the files that the pattern matches, comments aside. */
function matches(files: string[], pattern: RegExp): string[] {
	return files.flatMap((file) =>
		withoutComments(read(file))
			.split('\n')
			.filter((line) => pattern.test(line))
			.map((line) => `${file}: ${line.trim()}`),
	);
}

const shipped = ['nodes', 'credentials', 'outbound'].flatMap(filesOf);

describe('who may know whom', () => {
	it('looks at the shipped code', () => {
		expect(shipped.length).toBeGreaterThan(20);
		expect(importsOf('outbound/http/client.ts').length).toBeGreaterThan(0);
	});

	it('lets the client know n8n-workflow and node:crypto only', () => {
		expect(strayImports('outbound', /^(outbound\/|n8n-workflow$|node:crypto$)/)).toEqual([]);
	});

	it('lets nodes know the client, and credentials too', () => {
		expect(strayImports('nodes', /^(nodes|outbound)\/|^n8n-workflow$/)).toEqual([]);
		expect(strayImports('credentials', /^(credentials|outbound)\/|^n8n-workflow$/)).toEqual([]);
	});

	it('lets one node know no other', () => {
		const stray = filesOf('nodes').flatMap((file) => {
			const [, own = ''] = file.split('/');
			const foreign = importsOf(file).filter((name) => {
				const [folder, node = ''] = name.split('/');
				return folder === 'nodes' && node !== own && node !== 'common' && node !== 'shared';
			});
			return foreign.map((name) => `${file} -> ${name}`);
		});
		expect(stray).toEqual([]);
	});

	it('keeps the sandbox and the package apart, the contract aside', () => {
		const stray = filesOf('sandbox').flatMap((file) =>
			importsOf(file)
				.filter((name) => /^(nodes|credentials|outbound)\//.test(name))
				.map((name) => `${file} -> ${name}`),
		);
		expect(stray).toEqual([]);
	});
});

describe('what shipped code may contain', () => {
	it('has files of one idea each', () => {
		const long = shipped.filter((file) => read(file).split('\n').length > 150);
		expect(long).toEqual(LONG_FILES);
	});

	it('has no way around the type checker or the linter', () => {
		expect(matches(shipped, /(:|<|as|,)\s*any\b(?!')|\w!(\.|;|,|\)|\[)/)).toEqual([]);
		const silenced = shipped.filter((file) =>
			/eslint-disable|@ts-(ignore|expect)/.test(read(file)),
		);
		expect(silenced).toEqual([]);
	});

	it('uses no timer, environment or console', () => {
		expect(matches(shipped, /\b(setTimeout|setInterval|console|process)\b[.(]/)).toEqual([]);
	});

	it('leaves URLs and status codes to the client', () => {
		const nodes = filesOf('nodes');
		expect(matches(nodes, /\/api\/|https?:\/\/(?!docs\.n8n\.io|github\.com)|statusCode/)).toEqual(
			[],
		);
		expect(matches(nodes, /(===|!==|case|[<>]=?)\s*[1-5]\d\d\b/)).toEqual([]);
	});
});
