import { z } from 'zod';

import { amount, count } from '../settings/numbers';
import { isEndpoint } from './endpoints';

const endpoint = z
	.string()
	.refine(isEndpoint, 'is not one of A1 to A5, R1 to R3, G1 to G3, I1 to I4, F1 to F7');

/** What is sent in place of the sandbox's own answer. */
const replacement = z
	.object({
		status: z.number().int().min(200).max(599),
		headers: z.record(z.string()).default({}),
		/** A text is sent as it is, as HTML where it begins with `<`; anything else as JSON; nothing as no body. */
		body: z.unknown(),
		/** Instead of `body`: JSON, compressed, that unpacks to about so many bytes. */
		unpacksTo: count.optional(),
	})
	.strict();

/** Something that goes wrong with requests on purpose. */
export const faultSchema = z
	.object({
		/** Which endpoints. */
		on: z.union([z.literal('all'), endpoint, z.array(endpoint).min(1)]).default('all'),
		/** Only token requests with this grant. */
		grantType: z.string().optional(),
		/** Only requests of this client, in the bearer or at the token endpoint. */
		clientId: z.string().optional(),
		/** Only requests about the customer with this sign-in name. */
		customer: z.string().optional(),
		/** Only requests about this account. */
		accountId: z.string().optional(),
		/** So many matching requests get through first. */
		skip: amount.default(0),
		/** Ends after so many requests; `null` lasts until it is taken away. */
		times: count.nullable().default(null),
		/** The request is carried out first, and only the answer is replaced. */
		acts: z.boolean().default(false),
		/** Waited before the request is carried out, or with `acts` before it is answered. */
		delayMs: amount.default(0),
		/** `own` is the sandbox's own answer; `hang up` ends the connection; `silence` never answers. */
		answer: z.union([z.enum(['own', 'hang up', 'silence']), replacement]).default('own'),
		/** The body comes in pieces of so many bytes, with a pause before each, and may break off. */
		drip: z
			.object({ bytes: count, everyMs: amount, breaksOffAfter: count.optional() })
			.strict()
			.nullable()
			.default(null),
	})
	.strict();

export type Fault = z.infer<typeof faultSchema>;
export type FaultInput = z.input<typeof faultSchema>;
export type Replacement = z.infer<typeof replacement>;
