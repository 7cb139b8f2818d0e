import { Readable } from 'node:stream';

import { fdxRefusal } from '../http/refusals';
import type { Account, Customer, Statement } from '../store/bank';
import type { SandboxFile } from '../store/files';
import type { World } from '../world';
import { grown } from './grow-pdf';
import { statementPdf } from './pdf';

/** One white point each: what a statement looks like as a picture is not the sandbox's business. */
const PICTURES = {
	'image/gif': 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7',
	'image/png':
		'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
} as const;

type FileType = World['settings']['statementTypes'][number];

/** The type that the first name in `accept` means which the provider has. */
export function typeAsked({ settings }: World, accept = '*/*'): FileType {
	const [usual] = settings.statementTypes;
	for (const part of accept.split(',')) {
		const wanted = part.split(';', 1)[0]?.trim().toLowerCase() ?? '';
		const found = ['', '*/*'].includes(wanted)
			? usual
			: settings.statementTypes.find((type) => type === wanted || wanted === family(type));
		if (found) return found;
	}
	throw fdxRefusal(1203, `The statement is available as ${settings.statementTypes.join(', ')}`);
}

function family(type: string): string {
	return `${type.split('/', 1)[0]}/*`;
}

/** The file of a statement, of the size that the settings want. */
export async function statementFile(
	{ settings }: World,
	customer: Customer,
	account: Account,
	statement: Statement,
	type: FileType,
): Promise<SandboxFile> {
	const { statementBytes, statementBytesMax } = settings;
	const small =
		type === 'application/pdf'
			? await statementPdf(customer, account, statement)
			: Buffer.from(PICTURES[type], 'base64');
	const file =
		type === 'application/pdf' && statementBytes !== null
			? grown(small, statementBytes)
			: { type, size: small.length, open: () => Readable.from([small]) };
	if (statementBytesMax !== null && file.size > statementBytesMax) {
		throw fdxRefusal(413, `Files of more than ${statementBytesMax} bytes are not sent`);
	}
	return file;
}
