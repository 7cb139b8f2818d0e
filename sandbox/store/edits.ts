import type { Recipient } from './types';

/** When somebody else's edit happens: now, or just after the next answer to I4 or R2 for the recipient. */
export type EditMoment = 'now' | 'after read' | 'after write';

interface Edit {
	readonly recipient: Recipient;
	readonly moment: EditMoment;
	readonly redirectUris: readonly string[];
}

/** Edits that somebody else makes to recipients, between the requests of whoever is watched. */
export class Edits {
	private waiting: Edit[] = [];

	add(recipient: Recipient, redirectUris: readonly string[], moment: EditMoment): void {
		this.waiting.push({ recipient, redirectUris, moment });
		if (moment === 'now') this.happen(recipient, 'now');
	}

	/** Makes the edits of this recipient whose moment it is, each once. */
	happen(recipient: Recipient, moment: EditMoment): void {
		const due = this.waiting.filter((one) => one.recipient === recipient && one.moment === moment);
		this.waiting = this.waiting.filter((one) => !due.includes(one));
		for (const { redirectUris } of due) recipient.redirect_uris = redirectUris;
	}

	clear(): void {
		this.waiting = [];
	}
}
