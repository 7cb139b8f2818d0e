import { foldName } from '../model/foldName';
import type { Recipient } from '../model/rows';

/** Searches one list again and again by a part of the name or by the whole ID; names are folded once. */
export function nameFinder(recipients: readonly Recipient[]): (search: string) => Recipient[] {
	const entries = recipients.map((recipient) => ({
		recipient,
		name: foldName(recipient.name ?? ''),
	}));
	return (search) => {
		const wanted = foldName(search.trim());
		return entries
			.filter(
				({ recipient, name }) =>
					name.includes(wanted) || recipient.client_id.toLowerCase() === wanted,
			)
			.map(({ recipient }) => recipient);
	};
}
