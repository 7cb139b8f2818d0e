import type { Client } from '../http/client';
import type { ApiResponse } from '../wire';
import { requestTo } from './requestTo';

/** A5: ends the connection whose token the client sends; Flinks documents 204 without a body. */
export async function revokeConnection(client: Client): Promise<ApiResponse> {
	return await client.send(requestTo('A5', {}));
}
