import { firstOf, isFields, listOf, textOf, type Fields } from './record';

/** The customer as one flat row; several emails, phones or addresses are joined. */
export interface CustomerRow {
	readonly customerId: string | null;
	readonly name: string | null;
	readonly company: string | null;
	readonly dateOfBirth: string | null;
	readonly emails: string | null;
	readonly phones: string | null;
	readonly addresses: string | null;
	/** There where the provider lists the accounts with the customer. */
	readonly accountIds: string | null;
}

const NAME_PARTS = ['prefix', 'first', 'middle', 'last', 'suffix'];
const ADDRESS_PARTS = ['line1', 'line2', 'line3', 'city', 'region', 'postalCode', 'country'];

const partsOf = (fields: Fields, keys: readonly string[]) =>
	keys.flatMap((key) => textOf(fields[key])?.trim() ?? []);

function joined(values: readonly (string | null)[], separator: string): string | null {
	const distinct = new Set(values.filter((value) => value !== null && value !== ''));
	return distinct.size === 0 ? null : [...distinct].join(separator);
}

const fieldOrText = (value: unknown, keys: readonly string[]) =>
	isFields(value) ? firstOf(value, keys, textOf) : textOf(value);

const nameOf = (value: unknown) =>
	isFields(value) ? joined([partsOf(value, NAME_PARTS).join(' ')], '') : textOf(value);

const addressOf = (value: unknown) =>
	isFields(value) ? partsOf(value, ADDRESS_PARTS).join(', ') : textOf(value);

/** One readable row; providers spell emails `email` or `emails`, one or many. Undefined if no object. */
export function simplifyCustomer(value: unknown): CustomerRow | undefined {
	if (!isFields(value)) return undefined;
	const customer = isFields(value.customer) ? value.customer : value;
	const emails = [...listOf(customer.emails), ...listOf(customer.email)];
	const phones = [...listOf(customer.telephones), ...listOf(customer.phones)];
	return {
		customerId: textOf(customer.customerId),
		name: nameOf(customer.name),
		company: isFields(customer.name) ? textOf(customer.name.company) : null,
		dateOfBirth: textOf(customer.dateOfBirth),
		emails: joined(
			emails.map((email) => fieldOrText(email, ['email', 'address'])),
			', ',
		),
		phones: joined(
			phones.map((phone) => fieldOrText(phone, ['number'])),
			', ',
		),
		addresses: joined(listOf(customer.addresses).map(addressOf), '; '),
		accountIds: joined(
			listOf(customer.accounts).map((account) => fieldOrText(account, ['accountId'])),
			', ',
		),
	};
}
