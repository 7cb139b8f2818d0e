import { z } from 'zod';

import { amount, count } from './numbers';

/** What customers' data look like, and how it is paged. */
export const dataSettings = {
	/** Which of the fields that only some pages show F1 has. */
	customerFields: z
		.object({ email: z.boolean(), emails: z.boolean(), accounts: z.boolean() })
		.strict()
		.default({ email: true, emails: false, accounts: false }),
	pageSize: z.object({ default: count, max: count }).strict().default({ default: 50, max: 100 }),
	/**
	 * What F2 makes of `accountIds`, a name that no page shows: refuses the whole for an unknown id
	 * (701), leaves that one out, passes over the parameter and lists all, or refuses it.
	 */
	accountIds: z.enum(['usual', 'left out', 'ignored', 'refused']).default('usual'),
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
	/** In the answer, or one redirect away at the other host, or two. */
	statementDelivery: z.enum(['inline', 'redirect', 'two redirects']).default('inline'),
	/** What a statement can be had as; the first one is the usual one. */
	statementTypes: z
		.array(z.enum(['application/pdf', 'image/gif', 'image/png']))
		.min(1)
		.default(['application/pdf']),
	/** Statements as PDF are filled up to so many bytes; `null` leaves them small. */
	statementBytes: count.nullable().default(null),
	/** Larger files are refused with 413. */
	statementBytesMax: count.nullable().default(null),
	/** Whether `Content-Length` says how long a file is. */
	statementLength: z.boolean().default(true),
	/** What no provider has at all, as one that is not named here may lack it too. */
	notOffered: z.array(z.enum(['F1', 'F4', 'F5', 'F6', 'F7'])).default([]),
	/** How that is said: 405 or 501, with FDX's code 501 or with a bare message. */
	notOfferedAs: z
		.object({
			status: z.union([z.literal(405), z.literal(501)]),
			body: z.enum(['fdx', 'message']),
		})
		.strict()
		.default({ status: 405, body: 'fdx' }),
};
