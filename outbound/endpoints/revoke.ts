import type { Client } from '../http/client';

/** A5: ends the connection whose token the client sends; Flinks takes no other parameter. */
export async function revokeConnection(client: Client): Promise<void> {
	await client.send({
		method: 'DELETE',
		family: 'oauth',
		path: '/api/v1/revoke',
		expects: 'nothing',
		purpose: 'revoke the connection',
	});
}
