import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** A JSON Schema as the contract holds it; only the members that code here reads are named. */
export interface Schema {
	readonly [keyword: string]: unknown;
	readonly $ref?: string;
	readonly type?: string | readonly string[];
}

export interface Parameter {
	readonly name: string;
	readonly in: 'path' | 'query' | 'header';
	readonly required?: boolean;
	readonly schema: Schema;
}

export interface Media {
	readonly schema: Schema;
}

export interface Header {
	readonly required?: boolean;
	readonly schema: Schema;
}

export interface Response {
	readonly description: string;
	readonly headers?: Readonly<Record<string, Header | Reference>>;
	readonly content?: Readonly<Record<string, Media>>;
	readonly 'x-body-optional'?: boolean;
}

export interface Reference {
	readonly $ref: string;
}

/** One endpoint as Flinks documents it; two of them are the same operation. */
export interface Endpoint {
	readonly purpose: string;
	/** The schema of a row of the answer, where the operation has more than one. */
	readonly answers?: string;
	/** The documentation, where it is not the operation's `x-source`. */
	readonly page?: string;
}

export interface Operation {
	readonly operationId: string;
	readonly 'x-source'?: string;
	readonly 'x-family'?: string;
	readonly 'x-endpoints': Readonly<Record<string, Endpoint>>;
	readonly 'x-client-authentication'?: 'body-or-basic';
	readonly security?: ReadonlyArray<Readonly<Record<string, readonly string[]>>>;
	readonly parameters?: ReadonlyArray<Parameter | Reference>;
	readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
	readonly responses: Readonly<Record<string, Response | Reference>>;
}

export interface AuthorizationEntry {
	readonly error: string;
	readonly status: number;
}

/** `other-statuses`: statuses that another Flinks page shows for the same code. */
export interface DataAccessEntry {
	readonly code: number;
	readonly message: string;
	readonly status: number;
	readonly 'other-statuses'?: readonly number[];
}

export interface Contract {
	readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
	readonly components: {
		readonly schemas: Readonly<Record<string, Schema>>;
		readonly 'x-error-lists': {
			readonly authorization: { readonly entries: readonly AuthorizationEntry[] };
			readonly dataAccess: { readonly entries: readonly DataAccessEntry[] };
		};
	};
}

export const CONTRACT_FILE = 'contract/outbound.openapi.yaml';
const REPOSITORY = join(__dirname, '..');

/** Reads the contract of the package in `root` (by default this one). */
export function loadContract(root: string = REPOSITORY): Contract {
	return parse(readFileSync(join(root, CONTRACT_FILE), 'utf8')) as Contract;
}

/** Follows a reference inside the contract; anything else is returned as it is. */
export function follow<T extends object>(contract: Contract, node: T | Reference): T {
	if (!('$ref' in node)) return node;
	let found: unknown = contract;
	for (const key of (node.$ref as string).slice('#/'.length).split('/')) {
		found = (found as Readonly<Record<string, unknown>> | undefined)?.[key];
	}
	if (found === undefined) throw new Error(`The contract refers to ${node.$ref}, which is missing`);
	return found as T;
}
