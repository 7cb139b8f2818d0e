import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';
import type { IDataObject, INodeParameters, INodeType } from 'n8n-workflow';

import type { NodeSpec } from './workflow';
import { mergeShape, type Shape, shapeOf } from './rowShape';

const root = path.resolve(__dirname, '../../..');
const ajv = new Ajv({ strict: false, allErrors: true });
const validators = new Map<string, ValidateFunction>();
/** `npm run schemas:record` writes what the tests see instead of checking it. */
const isRecording = process.env.ROW_SCHEMAS === 'record';

/**
 * Every row that a test sees must be as its operation's schema says: n8n shows the schema's fields
 * before the first run. Raw rows (Simplify off) are Flinks' own, and error items n8n's.
 * @throws Error that names the row and what is wrong with it
 */
export function checkRows(spec: NodeSpec, rows: readonly IDataObject[]): void {
	const { node, parameters = {} } = spec;
	const name = node.constructor.name;
	const ours = existsSync(path.join(root, 'nodes', name));
	if (!ours || node.description.polling || node.description.group.includes('trigger')) return;
	if (parameters.simplify !== undefined && parameters.simplify !== true) return;
	const file = schemaFile(node, parameters);
	for (const row of rows) if (!('error' in row)) check(file, row);
}

/** Where n8n looks: the version, the resource and the operation, as far as the node has them. */
export function schemaFile(node: INodeType, parameters: INodeParameters): string {
	const resource = chosen(node, 'resource', parameters);
	const operation = chosen(node, 'operation', parameters);
	const parts = [resource, operation].filter((part) => part !== undefined);
	const tail = parts.length > 0 ? path.join(...parts) : 'output';
	const folder = path.join(root, 'nodes', node.constructor.name, '__schema__', 'v1.0.0');
	return path.join(folder, `${tail}.json`);
}

function chosen(node: INodeType, name: string, parameters: INodeParameters): string | undefined {
	const fitting = node.description.properties.find((property) => {
		const { resource } = property.displayOptions?.show ?? {};
		const own = parameters.resource ?? chosenDefault(node, 'resource');
		return property.name === name && (resource === undefined || resource.includes(String(own)));
	});
	return fitting && String(parameters[name] ?? fitting.default);
}

const chosenDefault = (node: INodeType, name: string) =>
	node.description.properties.find((property) => property.name === name)?.default;

function check(file: string, row: IDataObject): void {
	const plain = JSON.parse(JSON.stringify(row)) as IDataObject;
	if (isRecording) return record(file, plain);
	const known =
		validators.get(file) ?? ajv.compile(JSON.parse(readFileSync(file, 'utf8')) as Shape);
	validators.set(file, known);
	if (known(plain)) return;
	const name = path.relative(root, file);
	throw new Error(`${name}: ${ajv.errorsText(known.errors)}\n${JSON.stringify(plain, null, 1)}`);
}

function record(file: string, row: IDataObject): void {
	const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Shape) : undefined;
	const after = JSON.stringify(mergeShape(before, shapeOf(row)), null, '\t');
	mkdirSync(path.dirname(file), { recursive: true });
	writeFileSync(file, `${after}\n`);
}
