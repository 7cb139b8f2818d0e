import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { Contract, Schema } from './document';

/** Checks one value; gives back what is wrong with it, nothing if it is right. */
export type Check = (value: unknown, what: string) => string[];

/** Our own keyword: the value must stand in the published error list that it names. */
function publishedKeyword(contract: Contract) {
	const { authorization, dataAccess } = contract.components['x-error-lists'];
	const lists: Readonly<Record<string, ReadonlySet<string>>> = {
		authorization: new Set(authorization.entries.map(({ error }) => error)),
		dataAccess: new Set(dataAccess.entries.map(({ code }) => String(code))),
	};
	return {
		keyword: 'x-published-in',
		validate: (list: string, value: unknown) => lists[list]?.has(String(value)) ?? false,
		error: { message: 'is not in the published error list' },
	};
}

/** `check(schema)` compiles a schema of the contract; `coerce` reads "10" as 10, for parameters. */
export function createSchemaChecks(contract: Contract, coerce: boolean): (schema: Schema) => Check {
	const ajv = new Ajv2020({
		allErrors: true,
		strict: true,
		allowUnionTypes: true,
		coerceTypes: coerce,
	});
	addFormats(ajv);
	ajv.addVocabulary(['x-evidence', 'x-note', 'x-source']);
	ajv.addKeyword(publishedKeyword(contract));
	// Ajv looks a reference up by its text first, so that the schemas need not be copied.
	for (const [name, schema] of Object.entries(contract.components.schemas)) {
		ajv.addSchema(schema, `#/components/schemas/${name}`);
	}
	return (schema) => {
		const validate = ajv.compile(schema);
		return (value, what) => {
			if (validate(value)) return [];
			return (validate.errors ?? []).map(
				({ instancePath, message }) => `${what}${instancePath} ${message ?? 'is not valid'}`,
			);
		};
	};
}
