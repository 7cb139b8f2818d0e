import type { Failure } from '../failure';
import type { Connection } from './connection';

/**
 * A row of a table can be given another row's sealed text; the seal knows whose it is.
 * @param expected the operator's own name for the customer of this row; empty where nothing is to be checked
 * @returns why the connection must not be used; `undefined` if it may
 */
export function checkExpectedReference(
	{ reference = '' }: Connection,
	expected: string | undefined,
): Failure | undefined {
	const name = expected?.trim() ?? '';
	if (name === '' || name === reference) return undefined;
	return {
		kind: 'invalid-input',
		title: `This connection is of the customer "${reference}", but "${name}" was expected`,
		remedy:
			"Nothing was sent to Flinks. Look for rows of your table whose connections were mixed up, and correct 'Expected Reference' if it names the wrong field.",
	};
}
