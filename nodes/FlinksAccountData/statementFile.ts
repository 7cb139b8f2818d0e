import { downloadStatement, type StatementType } from '../../outbound/endpoints/statementFile';
import type { Client } from '../../outbound/http/client';
import { choice } from '../shared/fields/choice';
import { text } from '../shared/fields/text';
import type { Row } from '../shared/output/row';
import { downloadRow } from './downloadRow';

export const outputField = text({
	name: 'binaryPropertyName',
	label: 'Put Output File in Field',
	description: 'The name of the output field to put the file in',
	default: 'data',
	required: true,
});

export const fileType = choice<StatementType>({
	name: 'fileType',
	label: 'File Type',
	description: 'Which type to ask for. PDF without this option; a bank need not offer any other.',
	options: [
		{ name: 'GIF', value: 'image/gif' },
		{ name: 'JPEG', value: 'image/jpeg' },
		{ name: 'PDF', value: 'application/pdf' },
		{ name: 'PNG', value: 'image/png' },
		{ name: 'TIFF', value: 'image/tiff' },
	],
	default: 'application/pdf',
});

interface Wanted {
	readonly field: string;
	readonly type: StatementType | undefined;
}

/** One statement as a row with its file, which is streamed to where n8n keeps files. */
export async function statementFileRow(
	client: Client,
	accountId: string,
	statement: { readonly statementId: string; readonly date: string | null },
	{ field, type }: Wanted,
): Promise<Row> {
	const { binary, otherHost } = await downloadStatement(
		client,
		accountId,
		statement.statementId,
		type,
	);
	const { fileName = null, mimeType, fileSize = null } = binary;
	const json = downloadRow(accountId, {
		statementId: statement.statementId,
		date: statement.date,
		fileName,
		fileType: mimeType,
		fileSize,
		// Some banks keep files elsewhere; then it is good to know where.
		keptAt: otherHost ?? null,
	});
	return { json, binary: { [field]: binary } };
}
