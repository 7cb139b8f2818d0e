import type { Client } from '../../outbound/http/client';
import type { Outcome } from '../../outbound/outcome';
import { done } from '../../outbound/outcome';
import type { Customers } from '../shared/client/customers';
import type { ItemInput } from '../shared/input/itemInput';

/** The job of an item, and the client of its customer; a connection that cannot be opened is found first. */
export function withClient<Job>(
	job: Job,
	{ clientFor }: Customers,
	item: ItemInput,
): Outcome<{ readonly job: Job; readonly client: Client }> {
	const client = clientFor(item);
	return client.kind === 'failed' ? client : done({ job, client: client.value });
}
