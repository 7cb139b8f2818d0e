import { follow, type Contract, type Operation, type Parameter, type Reference } from './document';

/** An operation as a request reached it; path values are decoded, lists split. */
export interface Match {
	readonly template: string;
	readonly operation: Operation;
	readonly parameters: readonly Parameter[];
	readonly pathValues: Readonly<Record<string, string | readonly string[]>>;
}

interface PathItem {
	readonly [method: string]: unknown;
	readonly parameters?: ReadonlyArray<Parameter | Reference>;
}

const METHODS = ['get', 'post', 'put', 'delete'];
const nameIn = (segment: string): string | undefined => /^\{(.+)\}$/.exec(segment)?.[1];

/** Every operation of the contract with its method (upper case) and path template. */
export function operations(
	contract: Contract,
): Array<{ method: string; template: string; operation: Operation }> {
	return Object.entries(contract.paths).flatMap(([template, item]) =>
		METHODS.filter((method) => item[method] !== undefined).map((method) => ({
			method: method.toUpperCase(),
			template,
			operation: item[method] as Operation,
		})),
	);
}

function capture(template: string, path: string): Map<string, string> | undefined {
	const wanted = template.split('/');
	const given = path.split('/');
	if (wanted.length !== given.length) return undefined;
	const values = new Map<string, string>();
	for (const [index, segment] of wanted.entries()) {
		const value = given[index] ?? '';
		const name = nameIn(segment);
		if (name === undefined ? segment !== value : value === '') return undefined;
		if (name !== undefined) values.set(name, value);
	}
	return values;
}

/** Sorts `/recipients/providers/requests` before `/recipients/{client_id}/...`: literals first. */
const shape = (template: string): string =>
	template.replace(/[^/]+/g, (segment) => (nameIn(segment) === undefined ? '0' : '1'));

function decoded(raw: string, parameter: Parameter | undefined): string | string[] {
	if (parameter?.schema.type !== 'array') return decodeURIComponent(raw);
	return raw.split(/,|%2C/i).map(decodeURIComponent);
}

/**
 * The operation that serves a method and an encoded path without query; undefined if none does.
 * Throws a URIError where the path is not validly percent-encoded.
 */
export function findOperation(contract: Contract, method: string, path: string): Match | undefined {
	const templates = Object.keys(contract.paths)
		.filter((template) => capture(template, path) !== undefined)
		.sort((a, b) => (shape(a) < shape(b) ? -1 : 1));
	for (const template of templates) {
		const item = contract.paths[template] as PathItem;
		const operation = item[method.toLowerCase()] as Operation | undefined;
		if (operation === undefined) continue;
		const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map((each) =>
			follow(contract, each),
		);
		const values = [...(capture(template, path) ?? [])].map(([name, raw]) => {
			const parameter = parameters.find((each) => each.in === 'path' && each.name === name);
			return [name, decoded(raw, parameter)] as const;
		});
		return { template, operation, parameters, pathValues: Object.fromEntries(values) };
	}
	return undefined;
}
