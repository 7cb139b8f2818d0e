import type { Outcome } from '../../outbound/outcome';
import { withCustomer, type Customer } from '../shared/client/customer';
import type { Customers } from '../shared/client/customers';
import type { ItemInput } from '../shared/input/itemInput';
import type { Days, Period } from './period';

interface WithDays<Job, T> {
	readonly job: Job & { readonly days: T };
	readonly customer: Customer;
}

/** The job of an item with its days, and its customer; nothing is sent. */
export function withDays<Job, T extends Days | undefined>(
	job: Job & { readonly period: Period<T> },
	opened: Customers,
	item: ItemInput,
): Outcome<WithDays<Job, T>> {
	const days = job.period(opened.runtime.now());
	return days.kind === 'failed' ? days : withCustomer({ ...job, days: days.value }, opened, item);
}
