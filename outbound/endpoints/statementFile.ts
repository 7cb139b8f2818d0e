import type { Client } from '../http/client';
import { StoredFile } from '../http/storedFile';
import { unexpected } from './answers';
import { requestTo } from './requestTo';

/** The file types Flinks documents; which of them a provider has is up to the provider. */
export type StatementType =
	'application/pdf' | 'image/gif' | 'image/jpeg' | 'image/png' | 'image/tiff';

/**
 * F7: one statement, streamed into n8n's binary data. Where Flinks answers with a redirect, it is
 * followed once, without the bearer, over https.
 */
export async function downloadStatement(
	client: Client,
	accountId: string,
	statementId: string,
	accept: StatementType = 'application/pdf',
): Promise<StoredFile> {
	const ids = { accountId, statementId };
	const request = requestTo('F7', ids, { accept, fileName: `statement-${statementId}` });
	const { body } = await client.send(request);
	if (body instanceof StoredFile) return body;
	throw unexpected(request, 'a file was expected');
}
