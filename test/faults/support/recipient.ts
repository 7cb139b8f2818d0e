import type { Sandbox } from '../../../sandbox';

/** The ID of a seeded recipient; a seed may change IDs, but keeps the names. */
export function recipientId({ recipients }: Pick<Sandbox, 'recipients'>, name: string): string {
	const found = recipients.find((one) => one.name === name);
	if (!found) throw new Error(`The seed has no recipient named ${name}`);
	return found.client_id;
}
