import { z } from 'zod';

const id = z.string().min(1);
const date = z.string().date();

/** One thing that a bank does to an account. Amounts are signed: negative leaves the account. */
export const changeSchema = z.discriminatedUnion('do', [
	z
		.object({
			do: z.literal('add'),
			/** Without one it gets a new id. */
			id: id.optional(),
			amount: z.number().default(-12.5),
			description: z.string().default('Corner shop'),
			status: z.enum(['POSTED', 'PENDING']).default('POSTED'),
			/** Without one: now. One in the past backdates. */
			date: date.optional(),
		})
		.strict(),
	/** A pending transaction is posted, with the same id, a new one, or the one given. */
	z
		.object({
			do: z.literal('settle'),
			id,
			newId: z.union([z.boolean(), id]).default(false),
			amount: z.number().optional(),
			description: z.string().optional(),
			date: date.optional(),
		})
		.strict(),
	/** Corrects or backdates a transaction that keeps its id. */
	z
		.object({
			do: z.literal('correct'),
			id,
			amount: z.number().optional(),
			description: z.string().optional(),
			date: date.optional(),
		})
		.strict(),
	/** Another one, the same in all but its id. */
	z.object({ do: z.literal('twin'), id }).strict(),
	z.object({ do: z.literal('remove'), id }).strict(),
	/** The account as a whole. */
	z.object({ do: z.enum(['vanish', 'close', 'return']) }).strict(),
]);

export type Change = z.infer<typeof changeSchema>;
export type ChangeInput = z.input<typeof changeSchema>;
