import type { Contract } from './document';

const quoted = (value: string): string => JSON.stringify(value);

/** TypeScript source of the two published error lists. */
export function errorTables(contract: Contract): string {
	const { authorization, dataAccess } = contract.components['x-error-lists'];
	const oauthRows = authorization.entries.map(
		({ error, status }) => `{ error: ${quoted(error)}, status: ${status} },`,
	);
	const fdxRows = dataAccess.entries.map(
		({ code, message, status }) =>
			`{ code: ${code}, message: ${quoted(message)}, status: ${status} },`,
	);
	return [
		'/** What token, revoke and authorize may answer in `error`, with its HTTP status. */',
		`export const AUTHORIZATION_ERRORS = [${oauthRows.join('\n')}] as const;`,
		'',
		'/** What data access may answer in `code`. The code is not the HTTP status. */',
		`export const DATA_ACCESS_ERRORS = [${fdxRows.join('\n')}] as const;`,
		'',
	].join('\n');
}

/** TypeScript source of the closed lists of values, in the contract's order. */
export function vocabulary(contract: Contract): string {
	const list = (name: string, schema: string, says: string): string => {
		const values = contract.components.schemas[schema]?.['enum'];
		if (!Array.isArray(values)) throw new Error(`Schema ${schema} of the contract has no enum`);
		const members = values.map(String).map(quoted).join(', ');
		return `/** ${says} */\nexport const ${name} = [${members}] as const;\nexport type ${schema} = (typeof ${name})[number];\n`;
	};
	return [
		list('SCOPES', 'Scope', 'The data a customer may consent to share.'),
		list('REGISTRATION_STATUSES', 'RegistrationStatus', 'From requested to usable, in order.'),
		list('PROVIDER_STATUSES', 'ProviderStatus', "A recipient's standing at a provider."),
	].join('\n');
}
