import type { ConnectionKeys } from '../../../outbound/connections/keys';
import type { Owner } from '../../../outbound/fdx/summarizeAccounts';
import type { Client } from '../../../outbound/http/client';
import type { Outcome } from '../../../outbound/outcome';
import { done } from '../../../outbound/outcome';
import type { ItemInput } from '../input/itemInput';

/** The customer whose data an item asks for. */
export interface Customer {
	readonly client: Client;
	/** Goes into every row; empty for the one customer of a connected account. */
	readonly owner: Partial<Owner>;
	/** What sync states of the customer are bound to and sealed with; a connected account has no keys. */
	readonly sealing: { readonly connectionId: string; readonly keys?: ConnectionKeys };
}

interface FindsCustomers {
	customerFor(item: ItemInput): Outcome<Customer>;
}

/** The job of an item, and its customer; a connection that cannot be opened is found first. */
export function withCustomer<Job>(
	job: Job,
	{ customerFor }: FindsCustomers,
	item: ItemInput,
): Outcome<{ readonly job: Job; readonly customer: Customer }> {
	const customer = customerFor(item);
	return customer.kind === 'failed' ? customer : done({ job, customer: customer.value });
}
