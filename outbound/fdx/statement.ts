import { firstOf, isFields, listOf, textOf } from './record';
import { unwrap } from './wrapper';

/** One statement as one flat row; `fileTypes` are the ones the provider names for the download. */
export interface StatementRow {
	readonly statementId: string | null;
	readonly accountId: string | null;
	readonly date: string | null;
	readonly description: string | null;
	readonly status: string | null;
	readonly fileTypes: string | null;
}

/** One readable row for a statement. Undefined where `value` holds none. */
export function simplifyStatement(value: unknown): StatementRow | undefined {
	const statement = unwrap(value, 'Statement', 'statementId')?.record;
	if (!statement) return undefined;
	const types = listOf(statement.links).flatMap((link) =>
		isFields(link) ? listOf(link.types) : [],
	);
	const named = types.flatMap((type) => textOf(type) ?? []);
	return {
		statementId: textOf(statement.statementId),
		accountId: textOf(statement.accountId),
		date: firstOf(statement, ['statementDate', 'date'], textOf),
		description: textOf(statement.description),
		status: textOf(statement.status),
		fileTypes: named.length === 0 ? null : [...new Set(named)].join(', '),
	};
}
