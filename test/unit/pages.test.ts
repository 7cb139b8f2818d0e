import fc from 'fast-check';

import { FlinksFailure } from '../../outbound/failure';
import type { CursorPage, FetchPage, PageRules } from '../../outbound/http/pages';
import { rowsOf } from '../../outbound/http/pages';

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
				title: expect.stringMatching(/same page twice/),
				remedy: expect.stringMatching(/Run it again.*Return All/),
			},
		});
		expect(calls).toBe(loop + 1);
	});

	it('hands on what the fetching throws', async () => {
		const fetch: FetchPage<number> = async () => await Promise.reject(new RangeError('no'));
		await expect(read(fetch)).rejects.toThrow(RangeError);
	});
});
