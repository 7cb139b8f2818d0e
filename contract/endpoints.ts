import { follow, type Contract, type Operation, type Response, type Schema } from './document';
import { operations } from './operations';

const quoted = (value: string): string => JSON.stringify(value);

function answersOf(contract: Contract, operation: Operation): Response[] {
	return Object.entries(operation.responses)
		.filter(([status]) => /^[23]/.test(status))
		.map(([, response]) => follow(contract, response));
}

/** What a success brings: a file, a web page, JSON, or nothing that Flinks documents. */
function expects(answers: readonly Response[]): string {
	const types = answers.flatMap(({ content }) => Object.keys(content ?? {}));
	if (types.some((type) => /^(application\/pdf|image\/)/.test(type))) return 'file';
	if (types.includes('text/html')) return 'page';
	const mayBeEmpty = answers.every(
		(answer) => answer.content === undefined || answer['x-body-optional'] === true,
	);
	return mayBeEmpty ? 'nothing' : 'json';
}

/** The schemas that an answer's own schema comes down to. */
function schemaOf(contract: Contract, answers: readonly Response[]): Schema | undefined {
	const schema = answers[0]?.content?.['application/json']?.schema;
	return schema && follow(contract, schema);
}

/** The field of a page that holds its rows: the only list beside `page` and `links`. */
function listField(schema: Schema | undefined): string | undefined {
	const properties = schema?.['properties'];
	if (typeof properties !== 'object' || properties === null || !('page' in properties)) {
		return undefined;
	}
	return Object.keys(properties).find((name) => name !== 'page' && name !== 'links');
}

/** TypeScript source of the endpoint table: one row for each of Flinks' endpoints, in their order. */
export function endpointTable(contract: Contract): string {
	const rows = operations(contract).flatMap(({ method, template, operation }) => {
		const answers = answersOf(contract, operation);
		const list = listField(schemaOf(contract, answers));
		return Object.entries(operation['x-endpoints']).map(([id, { purpose, page }]) => {
			const source = page ?? operation['x-source'];
			const family = operation['x-family'];
			if (source === undefined || family === undefined) {
				throw new Error(`Endpoint ${id} of the contract has no x-source or no x-family`);
			}
			const fields = [
				`method: ${quoted(method)}`,
				`path: ${quoted(template)}`,
				`family: ${quoted(family)}`,
				`expects: ${quoted(expects(answers))}`,
				`purpose: ${quoted(purpose)}`,
				...(list === undefined ? [] : [`list: ${quoted(list)}`]),
				`page: ${quoted(source)}`,
			];
			return [id, `${id}: { ${fields.join(', ')} },`] as const;
		});
	});
	const sorted = rows.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, source]) => source);
	return [
		'/**',
		" * Flinks' endpoints: how each is asked, whose error bodies it answers with, what a success brings,",
		' * what it does ("Flinks could not ..."), the field of a page that holds its rows, its documentation.',
		' */',
		`export const ENDPOINTS = {\n${sorted.join('\n')}\n} as const;`,
		'',
	].join('\n');
}
