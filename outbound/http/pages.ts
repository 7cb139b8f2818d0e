import { FlinksFailure, type Failure } from '../failure';
import { BOUNDS, type Bounds } from './bounds';
import { turns } from './turns';
import { createPageCheck, cursorOf, type CursorPage } from './pageCheck';

export type { CursorPage } from './pageCheck';

/** Fetches one page; `offset` is undefined for the first, `limit` where Flinks may choose. */
export type FetchPage<T> = (cursor: {
	readonly offset: string | undefined;
	readonly limit: number | undefined;
}) => Promise<CursorPage<T>>;

export interface PageRules {
	/** The most rows to yield; undefined for all. Whatever is no number above 0 yields none. */
	readonly limit?: number | undefined;
	/** Rows asked for with one request; undefined leaves it to Flinks, whose maximum is not published. */
	readonly pageSize?: number | undefined;
	readonly bounds?: Pick<Bounds, 'emptyPages' | 'listMs' | 'pages' | 'rows'>;
	/** Epoch ms. */
	readonly now?: () => number;
}

/**
 * Rows over cursor pages, one page in memory at a time. An empty page with a cursor is not the end.
 * A list that has no end, or whose next page cannot be asked for, yields the rows read so far and
 * then throws: a part is never taken for the whole.
 * @throws FlinksFailure
 */
export async function* rowsOf<T>(
	fetchPage: FetchPage<T>,
	rules?: PageRules,
): AsyncGenerator<T, void, void> {
	const failure = yield* readPages(fetchPage, rules);
	if (failure) throw new FlinksFailure(failure);
}

/** The rows, and at the end why there are no more, if the pages do not lead to the list's end. */
async function* readPages<T>(
	fetchPage: FetchPage<T>,
	{ limit, pageSize, bounds = BOUNDS, now = Date.now }: PageRules = {},
): AsyncGenerator<T, Failure | undefined, void> {
	const trouble = createPageCheck(bounds, now);
	let left = limit === undefined ? Infinity : atLeastNone(limit);
	let offset: string | undefined;
	while (left > 0) {
		const page = await fetchPage({ offset, limit: smallest(left, pageSize) });
		for (const row of page.rows) {
			if (left <= 0) return undefined;
			left -= 1;
			yield row;
			if (turns.isDue()) await turns.next();
		}
		if (left <= 0) return undefined;
		const failure = trouble(page);
		if (failure) return failure;
		offset = cursorOf(page);
		if (offset === undefined) return undefined;
	}
	return undefined;
}

export interface RowsRead<T> {
	readonly rows: readonly T[];
	/** Why there are no more than these, where the pages do not lead to the end of the list. */
	readonly failure: Failure | undefined;
}

/**
 * All rows in one list, and why it ends too early if its pages do not lead to its end: to ask again
 * would bring no more. A page that could not be fetched costs the list.
 * @throws FlinksFailure for such a page
 */
export async function readRows<T>(
	fetchPage: FetchPage<T>,
	rules?: PageRules,
): Promise<RowsRead<T>> {
	const rows: T[] = [];
	const pages = readPages(fetchPage, rules);
	for (;;) {
		const next = await pages.next();
		if (next.done) return { rows, failure: next.value };
		rows.push(next.value);
	}
}

function atLeastNone(limit: number): number {
	return Number.isNaN(limit) ? 0 : Math.max(0, limit);
}

function smallest(left: number, pageSize: number | undefined): number | undefined {
	const size = Math.min(left, pageSize !== undefined && pageSize >= 1 ? pageSize : Infinity);
	return Number.isFinite(size) ? Math.ceil(size) : undefined;
}
