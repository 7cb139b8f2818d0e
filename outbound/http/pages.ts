import { FlinksFailure } from '../failure';

export interface CursorPage<T> {
	readonly rows: readonly T[];
	/** The opaque cursor of the next page; missing or blank on the last one. */
	readonly nextOffset: string | undefined;
	/** There is a next page, but nothing that can be sent to get it. */
	readonly isBroken?: boolean;
	/** How many rows all pages together have, where the provider says it. */
	readonly total?: number;
}

/** Fetches one page; `offset` is undefined for the first, `limit` where Flinks may choose. */
export type FetchPage<T> = (cursor: {
	readonly offset: string | undefined;
	readonly limit: number | undefined;
}) => Promise<CursorPage<T>>;

export interface PageRules {
	/** The most rows to yield; undefined for all. */
	readonly limit?: number | undefined;
	/** Rows asked for with one request; undefined leaves it to Flinks, whose maximum is not published. */
	readonly pageSize?: number | undefined;
}

/**
 * Rows over cursor pages, one page in memory at a time. Only `nextOffset` is followed: the sample
 * `links.next.href` of Flinks names another host, and the bearer must not go there.
 * An empty page with a cursor is not the end; a cursor seen before is.
 * @throws FlinksFailure when a cursor repeats
 */
export async function* rowsOf<T>(
	fetchPage: FetchPage<T>,
	{ limit, pageSize }: PageRules = {},
): AsyncGenerator<T, void, void> {
	const seen = new Set<string>();
	let left = limit ?? Infinity;
	let offset: string | undefined;
	do {
		const page = await fetchPage({ offset, limit: smallest(left, pageSize) });
		for (const row of page.rows) {
			if (left <= 0) return;
			left -= 1;
			yield row;
		}
		offset = nextCursor(page.nextOffset, seen);
	} while (offset !== undefined && left > 0);
}

function smallest(left: number, pageSize: number | undefined): number | undefined {
	const size = Math.min(left, pageSize ?? Infinity);
	return Number.isFinite(size) ? size : undefined;
}

function nextCursor(nextOffset: string | undefined, seen: Set<string>): string | undefined {
	const cursor = nextOffset?.trim();
	if (!cursor) return undefined;
	if (seen.has(cursor)) {
		throw new FlinksFailure({
			kind: 'unexpected-answer',
			title: 'Flinks sent the same page twice, so the list cannot be completed',
			remedy:
				'Run it again. If it happens again, turn off Return All and set a Limit, and tell Flinks support.',
		});
	}
	seen.add(cursor);
	return cursor;
}
