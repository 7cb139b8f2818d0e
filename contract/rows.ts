import { follow, type Contract, type Schema } from './document';

/** Parts of rows; nobody reads one by itself. */
const PARTS = ['Contact', 'AvailableAccountTypes', 'DataInventory'];

/** The rows that are read field by field. Data access leaves every field to the provider: those are not. */
const ROWS = [
	'ActiveProvider',
	'ActiveProviderV2',
	'ProviderDetails',
	'Recipient',
	'RecipientDetails',
	'RecipientSecret',
	'RecipientWithSecret',
	'Registration',
	'SupportedProvider',
] as const;

const VOCABULARIES: Readonly<Record<string, string>> = {
	ProviderStatus: 'PROVIDER_STATUSES',
	RegistrationStatus: 'REGISTRATION_STATUSES',
};

type Properties = Readonly<Record<string, Schema>>;

function isProperties(value: unknown): value is Properties {
	return typeof value === 'object' && value !== null;
}

/** Own fields and those of every part that the schema is put together of. */
function fieldsOf(contract: Contract, schema: Schema): [string, Schema][] {
	const parts = schema['allOf'];
	if (Array.isArray(parts)) {
		const schemas: readonly Schema[] = parts;
		return schemas.flatMap((part) => fieldsOf(contract, follow(contract, part)));
	}
	const { properties } = schema;
	return isProperties(properties) ? Object.entries(properties) : [];
}

interface Field {
	readonly type: string;
	/** An expression over `row`. */
	readonly read: string;
	/** Whether it is there in every row, if only as UNKNOWN. */
	readonly isSure: boolean;
}

function fieldOf(contract: Contract, name: string, schema: Schema): Field {
	const value = `row.${name}`;
	const sure = (type: string, read: string): Field => ({ type, read, isSure: true });
	const given = (type: string, read: string): Field => ({
		type: `Given<${type}>`,
		read,
		isSure: false,
	});
	const named = (schema.$ref ?? '').split('/').pop() ?? '';
	const list = VOCABULARIES[named];
	if (list !== undefined) return sure(`${named} | OtherText`, `status(${list}, ${value})`);
	const own = follow(contract, schema);
	if (name.endsWith('_id')) {
		return own.type === 'integer'
			? sure('number | string', `numberId(${value})`)
			: sure('string', `textId(${value})`);
	}
	if (own.type === 'string') return given('string', `text(${value})`);
	if (own.type === 'object') return given(named, `record(${value}, ${readerName(named)}.read)`);
	const { items } = own;
	if (own.type !== 'array' || !isSchema(items)) throw new Error(`Nothing reads ${name}`);
	if (follow(contract, items).type === 'string') return given('string[]', `texts(${value})`);
	const entry = (items.$ref ?? '').split('/').pop() ?? '';
	return given(`${entry}[]`, `records(${value}, ${readerName(entry)}.read)`);
}

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null;
const readerName = (name: string) => `${name.charAt(0).toLowerCase()}${name.slice(1)}Row`;

function source(contract: Contract, name: string): string {
	const schema = contract.components.schemas[name];
	if (!schema) throw new Error(`The contract has no schema ${name}`);
	const fields = fieldsOf(contract, schema).map(
		([field, own]) => [field, fieldOf(contract, field, own)] as const,
	);
	const says = schema['description'];
	const types = fields.map(
		([field, { type, isSure }]) => `readonly ${field}${isSure ? '' : '?'}: ${type};`,
	);
	const reads = fields.map(([field, { read }]) => `${field}: ${read},`);
	const ids = fields.filter(([field]) => field.endsWith('_id')).map(([field]) => `'${field}'`);
	return [
		...(typeof says === 'string' ? [`/** ${says}. */`] : []),
		`export interface ${name} {\n${types.join('\n')}\n}`,
		'',
		`${PARTS.includes(name) ? '' : 'export '}const ${readerName(name)}: RowReader<${name}> = {`,
		`ids: [${ids.join(', ')}],`,
		`read: (row) => ({ ...row, ${reads.join('\n')} }),`,
		'};',
		'',
	].join('\n');
}

/** TypeScript source of the rows of partner endpoints: their types, and how each is read. */
export function rowReaders(contract: Contract): string {
	return [
		"import type { Given, OtherText, RowReader } from './reading';",
		"import { numberId, record, records, status, text, textId, texts } from './reading';",
		"import { PROVIDER_STATUSES, REGISTRATION_STATUSES } from './vocabulary';",
		"import type { ProviderStatus, RegistrationStatus } from './vocabulary';",
		'',
		...[...PARTS, ...ROWS].map((name) => source(contract, name)),
	].join('\n');
}
