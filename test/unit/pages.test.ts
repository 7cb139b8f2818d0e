import fc from 'fast-check';

import { FlinksFailure } from '../../outbound/failure';
import type { CursorPage, FetchPage, PageRules } from '../../outbound/http/pages';
import { readRows, rowsOf } from '../../outbound/http/pages';

type Asked = Parameters<FetchPage<unknown>>[0];

/** Serves lists of rows as pages with the cursors c1, c2 ...; remembers what it was asked. */
function book(pages: ReadonlyArray<readonly number[]>, last: string | undefined = undefined) {
	const asked: Asked[] = [];
	const fetch: FetchPage<number> = async (cursor) => {
		asked.push(cursor);
		const at = cursor.offset === undefined ? 0 : Number(cursor.offset.slice(1));
		const page: CursorPage<number> = {
			rows: pages[at] ?? [],
			nextOffset: at + 1 < pages.length ? `c${at + 1}` : last,
		};
		return await Promise.resolve(page);
	};
	return { fetch, asked };
}

async function read(fetch: FetchPage<number>, rules?: PageRules): Promise<number[]> {
	const rows: number[] = [];
	for await (const row of rowsOf(fetch, rules)) rows.push(row);
	return rows;
}

const anyPages = fc.array(fc.array(fc.integer(), { maxLength: 6 }), { minLength: 1, maxLength: 8 });

describe('rows over cursor pages', () => {
	it('gives exactly the rows of all pages, empty ones among them', async () => {
		await fc.assert(
			fc.asyncProperty(anyPages, fc.constantFrom(undefined, '', '  '), async (pages, last) => {
				const { fetch, asked } = book(pages, last);
				expect(await read(fetch)).toEqual(pages.flat());
				expect(asked.map(({ offset }) => offset)).toEqual(
					pages.map((_, index) => (index === 0 ? undefined : `c${index}`)),
				);
			}),
		);
	});

	it('gives no more than the limit, and asks for no page it does not need', async () => {
		await fc.assert(
			fc.asyncProperty(anyPages, fc.integer({ min: 1, max: 20 }), async (pages, limit) => {
				const { fetch, asked } = book(pages);
				const rows = await read(fetch, { limit });
				expect(rows).toEqual(pages.flat().slice(0, limit));
				const before = pages.slice(0, asked.length - 1).flat().length;
				expect(before).toBeLessThan(limit);
			}),
		);
	});

	it('asks for what is left, or for the page size if that is less', async () => {
		const pages = [
			[1, 2, 3],
			[4, 5, 6],
			[7, 8],
		];
		const sizes = async (rules: PageRules) => {
			const { fetch, asked } = book(pages);
			await read(fetch, rules);
			return asked.map(({ limit }) => limit);
		};
		expect(await sizes({})).toEqual([undefined, undefined, undefined]);
		expect(await sizes({ pageSize: 3 })).toEqual([3, 3, 3]);
		expect(await sizes({ limit: 7 })).toEqual([7, 4, 1]);
		expect(await sizes({ limit: 7, pageSize: 3 })).toEqual([3, 3, 1]);
	});

	it('is lazy: the next page is not asked for before its first row is', async () => {
		const { fetch, asked } = book([[1, 2], [3]]);
		const rows = rowsOf(fetch);
		await rows.next();
		await rows.next();
		expect(asked).toHaveLength(1);
		await rows.next();
		expect(asked).toHaveLength(2);
	});

	it('stops at a server that sends more rows than asked for', async () => {
		const { fetch, asked } = book([[1, 2, 3, 4, 5], [6]]);
		expect(await read(fetch, { limit: 2 })).toEqual([1, 2]);
		expect(asked).toHaveLength(1);
	});

	it.each([1, 2, 5])('stops with a clear error at a cursor of %i pages ago', async (loop) => {
		let calls = 0;
		const fetch: FetchPage<number> = async () => {
			calls += 1;
			return await Promise.resolve({ rows: [calls], nextOffset: ` c${calls % loop} ` });
		};
		const reading = read(fetch);
		await expect(reading).rejects.toThrow(FlinksFailure);
		await expect(reading).rejects.toMatchObject({
			failure: {
				kind: 'unexpected-answer',
				title: expect.stringMatching(/could not be read to its end: .*same page twice/),
				remedy: expect.stringMatching(/Run it again.*set a Limit/),
			},
		});
		expect(calls).toBe(loop + 1);
	});

	describe('of a list without an end', () => {
		const bounds = { pages: 50, emptyPages: 3, rows: 100, listMs: 60_000 };

		/** Fresh cursors for ever. */
		function endless(rowsPerPage: number) {
			let calls = 0;
			const fetch: FetchPage<number> = async () => {
				calls += 1;
				const rows = Array.from({ length: rowsPerPage }, () => calls);
				return await Promise.resolve({ rows, nextOffset: `c${calls}` });
			};
			return { fetch, calls: () => calls };
		}

		it.each([
			[1, 50, 50, /after 50 pages/],
			[30, 4, 120, /after 120 rows/],
			[0, 4, 0, /4 empty pages in a row/],
		])('of %i rows a page ends after %i pages', async (perPage, pages, rows, title) => {
			const { fetch, calls } = endless(perPage);
			const read = await readRows(fetch, { bounds });
			expect(calls()).toBe(pages);
			expect(read.rows).toHaveLength(rows);
			expect(read.failure).toMatchObject({
				kind: 'unexpected-answer',
				title: expect.stringMatching(title),
			});
		});

		it('ends when its time is over', async () => {
			let now = 0;
			const { fetch, calls } = endless(1);
			const read = await readRows(fetch, { bounds, now: () => (now += 20_000) });
			expect(calls()).toBeLessThan(5);
			expect(read.failure?.title).toMatch(/longer than 1 min/);
			expect(read.rows).toHaveLength(calls());
		});

		it('bears some empty pages among others', async () => {
			const { fetch } = book([[1], [], [], [], [2], [], [], [3]]);
			expect(await readRows(fetch, { bounds })).toEqual({ rows: [1, 2, 3], failure: undefined });
		});
	});

	it('gives the rows before a page that cannot be asked for, and says so', async () => {
		const fetch: FetchPage<number> = async () =>
			await Promise.resolve({ rows: [1, 2], nextOffset: undefined, isBroken: true });
		expect(await readRows(fetch)).toEqual({
			rows: [1, 2],
			failure: expect.objectContaining({
				title: expect.stringMatching(/next page that cannot be asked for/),
			}),
		});
		expect(await readRows(fetch, { limit: 2 })).toMatchObject({ failure: undefined });
	});

	it.each([0, -1, Number.NaN, -Infinity])('gives none for the limit %p', async (limit) => {
		const { fetch, asked } = book([[1, 2]]);
		expect(await read(fetch, { limit })).toEqual([]);
		expect(asked).toEqual([]);
	});

	it.each([0, -1, Number.NaN, Infinity])('leaves the size to Flinks at %p', async (pageSize) => {
		const { fetch, asked } = book([[1, 2], [3]]);
		expect(await read(fetch, { pageSize, limit: Infinity })).toEqual([1, 2, 3]);
		expect(asked.map(({ limit }) => limit)).toEqual([undefined, undefined]);
	});

	it('hands on what the fetching throws', async () => {
		const fetch: FetchPage<number> = async () => await Promise.reject(new RangeError('no'));
		await expect(read(fetch)).rejects.toThrow(RangeError);
	});
});
