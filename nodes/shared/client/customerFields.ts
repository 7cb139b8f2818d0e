import { choice } from '../fields/choice';
import { mergedMethods } from '../fields/editorMethods';
import type { Field } from '../fields/field';
import { shownFor } from '../fields/field';
import { itemField } from '../fields/itemField';
import { text } from '../fields/text';
import type { ItemInput } from '../input/itemInput';

export const CUSTOMER = 'customerConnection';

/** Whose data a node reads: that of the one connected account, or of each item's own customer. */
export const authentication = choice({
	name: 'authentication',
	label: 'Authentication',
	fixed: true,
	options: [
		{
			name: 'Connected Account',
			value: 'connectedAccount',
			description: 'One customer, who gave consent in the credential itself',
		},
		{
			name: 'Customer Connection',
			value: CUSTOMER,
			description:
				'Many customers: each item brings its connection, as Flinks Connection Trigger gave it out',
		},
	],
	default: 'connectedAccount',
});

export function isOfCustomer(first: ItemInput): boolean {
	const chosen = authentication.read(first);
	return chosen.kind === 'done' && chosen.value === CUSTOMER;
}

/** The sealed connection that an item brings. */
export const connectionField = itemField({
	name: 'connectionField',
	label: 'Connection Field',
	default: 'connection',
	description: 'Name of the field of each item that holds the sealed connection',
	missing: (field) =>
		`the item has no connection in its field "${field}". Store what Flinks Connection Trigger gives out as "connection", and pass it on.`,
});

/** The same, where the operator chose customer connections. */
export const sealedConnection = shownFor({ authentication: [CUSTOMER] }, connectionField);

/** Whose connection the item's row should hold; a row can be given another row's by mistake or malice. */
export const expectedReference = shownFor(
	{ authentication: [CUSTOMER] },
	text({
		name: 'expectedReference',
		label: 'Expected Reference',
		placeholder: 'e.g. {{ $json.reference }}',
		description:
			'Your own name for the customer of this item, usually an expression. A connection that was sealed for another customer is then refused, and nothing is sent. Leave it empty to check nothing.',
	}),
);

/**
 * A field that offers the live list of the connected account, and no list with customer connections:
 * there each item has another customer.
 */
export function perAuthentication<T>(connected: Field<T>, ofCustomers: Field<T>): Field<T> {
	const fields = [
		shownFor({ authentication: ['connectedAccount'] }, connected),
		shownFor({ authentication: [CUSTOMER] }, ofCustomers),
	];
	return {
		properties: fields.flatMap(({ properties }) => [...properties]),
		methods: mergedMethods(fields),
		read: (item) => (isOfCustomer(item.first) ? ofCustomers : connected).read(item),
	};
}
