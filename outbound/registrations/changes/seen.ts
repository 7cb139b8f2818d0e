/** The status of each registration when it was last looked at: by recipient ID, then by provider ID. */
export type Seen = Map<string, Map<string, string>>;

/** What a trigger remembers between two looks. */
export interface SeenState {
	/** Counts the looks that reported something. */
	readonly batch: number;
	/** True after a look that listed nothing although there had been registrations. */
	readonly wasEmpty: boolean;
	readonly seen: Seen;
}

/** In place of a status that could not be read yet: of a registration that was there from the start. */
export const THERE_AT_FIRST = '';
/** The same of one that came later, so that its first readable status is a change. */
export const CAME_LATER = ' ';

export function putSeen(seen: Seen, recipientId: string, providerId: string, status: string): void {
	const own = seen.get(recipientId) ?? new Map<string, string>();
	seen.set(recipientId, own);
	own.set(providerId, status);
}
