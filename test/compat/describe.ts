import { readFileSync } from 'node:fs';
import path from 'node:path';

import type {
	ICredentialType,
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { z } from 'zod';

import type { FieldShape, FieldsShape, NodeVersionShape, PackageShape } from './shape';

const root = path.resolve(__dirname, '../..');
const Manifest = z.object({
	version: z.string(),
	n8n: z.object({ nodes: z.array(z.string()), credentials: z.array(z.string()) }),
});

export const manifest = Manifest.parse(
	JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')),
);

/** What decides which operation, and which version of a node, a parameter belongs to. */
type Place = Readonly<Record<string, string | number>>;
const PLACES = ['@version', 'resource', 'operation'];

type Option = INodePropertyOptions | INodeProperties | INodePropertyCollection;
const isField = (option: Option): option is INodeProperties => 'type' in option;
const isGroup = (option: Option): option is INodePropertyCollection => 'values' in option;
const isChoice = (option: Option): option is INodePropertyOptions =>
	'value' in option && !isField(option);

function belongsTo({ displayOptions }: INodeProperties, place: Place): boolean {
	return PLACES.every((key) => {
		const here = place[key];
		if (here === undefined) return true;
		const shown = displayOptions?.show?.[key];
		const hidden = displayOptions?.hide?.[key];
		return !hidden?.includes(here) && (shown === undefined || shown.includes(here));
	});
}

function fieldShape(property: INodeProperties): FieldShape {
	const options = property.options ?? [];
	const choices = [
		...options.filter(isChoice).map(({ value }) => String(value)),
		...(property.modes ?? []).map(({ name }) => name),
	];
	const inner = [
		...options.filter(isField).map((field) => [field.name, fieldShape(field)] as const),
		...options
			.filter(isGroup)
			.flatMap(({ name, values }) =>
				values.map((field) => [`${name}.${field.name}`, fieldShape(field)] as const),
			),
	];
	return {
		type: property.type,
		default: property.default,
		...(property.required === true && { required: true }),
		...(choices.length > 0 && { values: choices.sort() }),
		...(inner.length > 0 && { fields: Object.fromEntries(inner) }),
	};
}

/** A name that stands there several times, shown in turn, is one field with everything they allow. */
function fieldsOf(properties: readonly INodeProperties[]): FieldsShape {
	const fields: FieldsShape = {};
	for (const property of properties.filter(({ type }) => type !== 'notice')) {
		const shape = fieldShape(property);
		const known = fields[property.name];
		const values = [...new Set([...(known?.values ?? []), ...(shape.values ?? [])])].sort();
		fields[property.name] = { ...known, ...shape, ...(values.length > 0 && { values }) };
	}
	return fields;
}

function choicesOf(properties: readonly INodeProperties[], name: string, place: Place): string[] {
	return properties
		.filter((property) => property.name === name && belongsTo(property, place))
		.flatMap(({ options = [] }) => options.filter(isChoice).map(({ value }) => String(value)));
}

function operationsOf(properties: readonly INodeProperties[], version: number) {
	const places: Place[] = choicesOf(properties, 'resource', { '@version': version }).map(
		(resource) => ({ '@version': version, resource }),
	);
	const withOperations = (places.length > 0 ? places : [{ '@version': version }]).flatMap(
		(place) => {
			const operations = choicesOf(properties, 'operation', place);
			return operations.length > 0
				? operations.map((operation): Place => ({ ...place, operation }))
				: [place];
		},
	);
	return withOperations.map((place) => {
		const { resource, operation } = place;
		const name = [resource, operation].filter((part) => part !== undefined).join('/');
		const own = properties.filter((property) => belongsTo(property, place));
		return [name === '' ? '*' : name, fieldsOf(own)] as const;
	});
}

const portsOf = (ports: INodeTypeDescription['inputs'] | INodeTypeDescription['outputs']) =>
	typeof ports === 'string'
		? ports
		: ports.map((port) => (typeof port === 'string' ? port : (port.displayName ?? port.type)));

function nodeShape(description: INodeTypeDescription, version: number): NodeVersionShape {
	const inputs = portsOf(description.inputs);
	return {
		inputs: typeof inputs === 'string' ? [inputs] : inputs,
		outputs: portsOf(description.outputs),
		credentials: (description.credentials ?? []).map(({ name }) => name).sort(),
		operations: Object.fromEntries(operationsOf(description.properties, version)),
	};
}

/** The class that a compiled file of package.json holds, from its source. */
function load<T>(file: string): T {
	const source = path.join(root, file.replace(/^dist\//, '').replace(/\.js$/, '.ts'));
	const name = path.basename(source).split('.')[0] ?? '';
	const module = require(source) as Record<string, (new () => T) | undefined>;
	const Class = module[name];
	if (!Class) throw new Error(`${file} exports no ${name}`);
	return new Class();
}

/** What the package promises as it is now. */
export function describePackage(): PackageShape {
	const nodes = manifest.n8n.nodes.map((file) => {
		const { description } = load<INodeType>(file);
		const versions = [description.version].flat();
		const shapes = versions.map((version) => [version, nodeShape(description, version)] as const);
		return [description.name, Object.fromEntries(shapes)] as const;
	});
	const credentials = manifest.n8n.credentials.map((file) => {
		const { name, extends: parents = [], properties } = load<ICredentialType>(file);
		return [name, { extends: parents, fields: fieldsOf(properties) }] as const;
	});
	return { nodes: Object.fromEntries(nodes), credentials: Object.fromEntries(credentials) };
}
