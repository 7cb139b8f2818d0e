import type { Exchange } from '../../../outbound/wire';
import { answered } from '../errors/exchanges';
import { fine } from './scripted';

const sleep = async (ms: number) => await new Promise<void>((end) => setTimeout(end, ms));

/** A server on jest's clock. `index` counts the requests that came. */
export type Server = (index: number) => Promise<Exchange>;

/** What a server was asked, and how much of it at once. */
export interface Seen {
	requests: number;
	refused: number;
	inFlight: number;
	mostInFlight: number;
	/** When requests arrived, epoch ms. */
	readonly at: number[];
}

/** Counts what comes to a server. */
export function watched(server: Server): {
	readonly server: () => Promise<Exchange>;
	readonly seen: Seen;
} {
	const seen: Seen = { requests: 0, refused: 0, inFlight: 0, mostInFlight: 0, at: [] };
	return {
		seen,
		server: async () => {
			seen.requests += 1;
			seen.inFlight += 1;
			seen.mostInFlight = Math.max(seen.mostInFlight, seen.inFlight);
			seen.at.push(Date.now());
			const exchange = await server(seen.requests - 1);
			if (exchange !== fine) seen.refused += 1;
			seen.inFlight -= 1;
			return exchange;
		},
	};
}

/** Bears everything. `ms` may differ from request to request. */
export const bearing =
	(ms: (index: number) => number): Server =>
	async (index) => {
		await sleep(ms(index));
		return fine;
	};

/** So many workers, each busy for `ms` with one request; who finds none free waits in line. */
export function workers(count: number, ms: number): Server {
	const freeAt = new Array<number>(count).fill(0);
	return async () => {
		const now = Date.now();
		const first = freeAt.indexOf(Math.min(...freeAt));
		const over = Math.max(now, freeAt[first] ?? 0) + ms;
		freeAt[first] = over;
		await sleep(over - now);
		return fine;
	};
}

const refusal = (retryAfterS: number | null) =>
	answered(429, { code: 1207 }, retryAfterS === null ? {} : { 'retry-after': `${retryAfterS}` });

/** So many in each window that begins with the first request after the one before. */
export function windows(
	requests: number,
	windowMs: number,
	latencyMs: number,
	retryAfterS: number | null,
): Server {
	let since = -Infinity;
	let count = 0;
	return async () => {
		await sleep(latencyMs);
		if (Date.now() - since >= windowMs) {
			since = Date.now();
			count = 0;
		}
		count += 1;
		return count > requests ? refusal(retryAfterS) : fine;
	};
}

/** A bucket that holds so many tokens and is filled evenly. */
export function bucket(
	perSecond: number,
	size: number,
	latencyMs: number,
	retryAfterS: number | null,
): Server {
	let tokens = size;
	let filledAt = Date.now();
	return async () => {
		await sleep(latencyMs);
		tokens = Math.min(size, tokens + ((Date.now() - filledAt) * perSecond) / 1_000);
		filledAt = Date.now();
		if (tokens < 1) return refusal(retryAfterS);
		tokens -= 1;
		return fine;
	};
}
