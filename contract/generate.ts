import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { createConfig } from '@redocly/openapi-core';
import openapiTypescript, { astToString } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';
import { CONTRACT_FILE, loadContract } from './document';
import { endpointTable } from './endpoints';
import { rowReaders } from './rows';
import { errorTables, vocabulary } from './tables';

const REPOSITORY = join(__dirname, '..');
const BANNER = `// generated from ${CONTRACT_FILE} by npm run contract\n\n`;

/** Anything that is not OpenAPI 3.1 stops the generation. */
const STRUCTURE = {
	struct: 'error',
	'no-unresolved-refs': 'error',
	'operation-operationId-unique': 'error',
	'path-parameters-defined': 'error',
	'path-declaration-must-exist': 'error',
	'path-not-include-query': 'error',
	'no-identical-paths': 'error',
	'security-defined': 'error',
} as const;

/** Every generated file with its content, from the contract in `root`. */
async function generated(root: string): Promise<ReadonlyMap<string, string>> {
	const contract = loadContract(root);
	const types = await openapiTypescript(pathToFileURL(join(root, CONTRACT_FILE)), {
		silent: true,
		redocly: await createConfig({ rules: STRUCTURE }),
		emptyObjectsUnknown: true,
	});
	const sources = [
		['outbound/model/contract.ts', astToString(types)],
		['outbound/model/endpoints.ts', endpointTable(contract)],
		['outbound/model/publishedErrors.ts', errorTables(contract)],
		['outbound/model/rows.ts', rowReaders(contract)],
		['outbound/model/vocabulary.ts', vocabulary(contract)],
	] as const;
	const style = await resolveConfig(join(REPOSITORY, 'contract/generate.ts'));
	const files = new Map<string, string>();
	for (const [file, source] of sources) {
		files.set(file, await format(BANNER + source, { ...style, parser: 'typescript' }));
	}
	return files;
}

function stale(root: string, files: ReadonlyMap<string, string>): string[] {
	return [...files.entries()]
		.filter(([file, text]) => {
			const target = join(root, file);
			return !existsSync(target) || readFileSync(target, 'utf8') !== text;
		})
		.map(([file]) => file);
}

function write(root: string, files: ReadonlyMap<string, string>): void {
	for (const [file, text] of files) {
		mkdirSync(dirname(join(root, file)), { recursive: true });
		writeFileSync(join(root, file), text);
	}
}

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: { check: { type: 'boolean' }, root: { type: 'string', default: REPOSITORY } },
	});
	const files = await generated(values.root);
	const outdated = stale(values.root, files);
	if (!values.check) {
		write(values.root, files);
		console.log(outdated.length > 0 ? `Written: ${outdated.join(', ')}` : 'Nothing to change.');
		return;
	}
	if (outdated.length === 0) return console.log('The generated files match the contract.');
	for (const file of outdated) console.error(`${file} does not match ${CONTRACT_FILE}.`);
	console.error('Run "npm run contract" and commit the result.');
	process.exitCode = 1;
}

main().catch((error: unknown) => {
	console.error(`${CONTRACT_FILE} could not be read: ${String(error)}`);
	process.exitCode = 1;
});
