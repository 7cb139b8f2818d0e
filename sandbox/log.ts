import type { Family } from './families';

/** What a request left behind. Never a token, a secret, a code or a state. */
export interface LogEntry {
	readonly method: string;
	/** Without the query. */
	readonly path: string;
	/** As in the documentation: `/api/v1/recipients/{client_id}`; `(none)` where nothing matched. */
	readonly route: string;
	readonly family: Family;
	/** 0 where a fault left the request without an answer. */
	readonly status: number;
	/** The id of the fault that it met. */
	readonly metFault?: number;
	/** Sandbox time, milliseconds since 1970. */
	readonly at: number;
	readonly tookMs: number;
	readonly query: Readonly<Record<string, string>>;
	readonly clientId?: string;
	readonly grantType?: string;
	readonly tokenFormat?: string;
	readonly connectionId?: string;
	/** The text of an error nobody foresaw: a bug of the sandbox. */
	readonly fault?: string;
}

export interface MaxInFlight {
	readonly all: number;
	readonly routes: Readonly<Record<string, number>>;
	reset(): void;
}

const KEPT = 200_000;

/** The requests answered so far, oldest first; admin calls are left out. */
export class RequestLog {
	entries: LogEntry[] = [];
	private all = { now: 0, max: 0 };
	private routes = new Map<string, { now: number; max: number }>();

	get maxInFlight(): MaxInFlight {
		return {
			all: this.all.max,
			routes: Object.fromEntries([...this.routes].map(([route, seen]) => [route, seen.max])),
			reset: () => this.resetInFlight(),
		};
	}

	count(predicate: (entry: LogEntry) => boolean = () => true): number {
		return this.entries.filter(predicate).length;
	}

	tokenRequests(): LogEntry[] {
		return this.entries.filter((entry) => entry.route === '/api/v1/token');
	}

	clear(): void {
		this.entries = [];
	}

	/** Counts a request in; the returned function counts it out. */
	enter(route: string): () => void {
		const seen = this.routes.get(route) ?? { now: 0, max: 0 };
		this.routes.set(route, seen);
		for (const level of [this.all, seen]) {
			level.now += 1;
			level.max = Math.max(level.max, level.now);
		}
		return () => {
			this.all.now -= 1;
			seen.now -= 1;
		};
	}

	add(entry: LogEntry): void {
		if (this.entries.length >= KEPT) this.entries = this.entries.slice(KEPT / 2);
		this.entries.push(entry);
	}

	private resetInFlight(): void {
		for (const level of [this.all, ...this.routes.values()]) level.max = level.now;
	}
}
