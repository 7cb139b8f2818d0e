import { randomUUID } from 'node:crypto';

import type { AuthorizeRequest } from './types';

const LIFETIME_MS = 10 * 60_000;

/** Consent pages that somebody is looking at: each can be answered once, within ten minutes. */
export class Tickets {
	private readonly open = new Map<string, { request: AuthorizeRequest; until: number }>();

	keep(request: AuthorizeRequest, now: number): string {
		for (const [old, { until }] of this.open) {
			if (until > now) break;
			this.open.delete(old);
		}
		const ticket = randomUUID();
		this.open.set(ticket, { request, until: now + LIFETIME_MS });
		return ticket;
	}

	take(ticket: string, now: number): AuthorizeRequest | undefined {
		const found = this.open.get(ticket);
		this.open.delete(ticket);
		return found && found.until > now ? found.request : undefined;
	}

	clear(): void {
		this.open.clear();
	}
}
