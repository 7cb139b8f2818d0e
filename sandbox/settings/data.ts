import { z } from 'zod';

import { amount, count } from './numbers';

/** What customers' data look like, and how it is paged. */
export const dataSettings = {
	pageSize: z.object({ default: count, max: count }).strict().default({ default: 50, max: 100 }),
	totalElements: z.boolean().default(true),
	lastPageCursor: z.enum(['omitted', 'blank']).default('omitted'),
	/** Where the next page is told: `page.nextOffset`, `links.next.href`, or in both. */
	nextPage: z.enum(['both', 'nextOffset', 'link']).default('both'),
	/**
	 * `repeated`: every page names the second one next. `endless`: after the last row there is always
	 * one more page, empty, with a cursor never seen before. `endless rows`: the same, and the rows
	 * come round again.
	 */
	cursors: z.enum(['usual', 'repeated', 'endless', 'endless rows']).default('usual'),
	/** So many pages without a row, each with a cursor, come before every page but the first. */
	emptyPages: amount.default(0),
	/** Origin written into `links.next.href`; like the vendor's sample, not the host that was asked. */
	nextLinkOrigin: z.string().default('https://ob-preprod.flinks-sandbox.invalid'),
	/**
	 * How far F4 goes: `usual` days without dates, at most `longest` days at once (else 703), and
	 * nothing older than `kept` days, which is left out without a word. `null` knows no end.
	 */
	transactionDays: z
		.object({
			usual: count.nullable().default(null),
			longest: count.nullable().default(null),
			kept: count.nullable().default(null),
		})
		.strict()
		.default({ usual: null, longest: null, kept: null }),
	/** Whether pending transactions already have a `postedTimestamp`. */
	pendingPostedTimestamp: z.boolean().default(true),
	statementDelivery: z.enum(['inline', 'redirect']).default('inline'),
};
