import { z } from 'zod';

import { amount, count } from './numbers';

/** How much may be asked, how fast it is answered, and how long an address may be. */
export const trafficSettings = {
	/** At most so many API requests in each window; `null` never throttles. */
	throttle: z.object({ requests: count, windowMs: count }).strict().nullable().default(null),
	throttleStatus: z.union([z.literal(429), z.literal(422)]).default(429),
	retryAfterS: amount.nullable().default(null),
	/** `Retry-After` in seconds, or as the date that is so many seconds away. */
	retryAfterForm: z.enum(['seconds', 'date']).default('seconds'),
	/** Added to every API answer. */
	latencyMs: amount.default(0),
	maxUrlLength: count.default(8000),
	maxPathSegment: count.default(255),
	pathTooLongStatus: z.union([z.literal(404), z.literal(414)]).default(414),
};
