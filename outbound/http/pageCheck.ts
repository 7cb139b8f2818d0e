import type { Failure } from '../failure';
import type { Bounds } from './bounds';

export interface CursorPage<T> {
	readonly rows: readonly T[];
	/** The opaque cursor of the next page; missing or blank on the last one. */
	readonly nextOffset: string | undefined;
	/** How many rows all pages together have, where the provider says it. */
	readonly total?: number;
	/** There is a next page, but nothing that can be sent to get it. */
	readonly isBroken?: boolean;
}

const RUN_AGAIN =
	'Run it again. If it happens again, set a Limit that ends the list earlier, and tell Flinks support.';

/** The cursor of the next page; blank is how some providers say that there is none. */
export function cursorOf({ nextOffset }: CursorPage<unknown>): string | undefined {
	const cursor = nextOffset?.trim();
	return cursor === '' ? undefined : cursor;
}

/** Looks at one page after the other; says why the list cannot be read to its end, if it cannot. */
export function createPageCheck(
	bounds: Pick<Bounds, 'emptyPages' | 'listMs' | 'pages' | 'rows'>,
	now: () => number,
): (page: CursorPage<unknown>) => Failure | undefined {
	const seen = new Set<string>();
	const startedAt = now();
	let pages = 0;
	let emptyPages = 0;
	let rows = 0;

	function trouble(page: CursorPage<unknown>): string | undefined {
		if (page.isBroken === true) return 'Flinks named a next page that cannot be asked for';
		const cursor = cursorOf(page);
		if (cursor === undefined) return undefined;
		if (seen.has(cursor)) return 'Flinks sent the same page twice';
		seen.add(cursor);
		if (emptyPages > bounds.emptyPages) return `Flinks sent ${emptyPages} empty pages in a row`;
		if (pages >= bounds.pages) return `it goes on after ${pages} pages`;
		if (rows >= bounds.rows) return `it goes on after ${rows} rows`;
		const minutes = Math.round(bounds.listMs / 60_000);
		return now() - startedAt > bounds.listMs ? `it took longer than ${minutes} min` : undefined;
	}

	return (page) => {
		pages += 1;
		rows += page.rows.length;
		emptyPages = page.rows.length === 0 ? emptyPages + 1 : 0;
		const what = trouble(page);
		if (what === undefined) return undefined;
		const title = `The list could not be read to its end: ${what}`;
		return { kind: 'unexpected-answer', title, remedy: RUN_AGAIN };
	};
}
