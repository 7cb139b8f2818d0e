import { z } from 'zod';

import { amount, count } from './numbers';

/** Fields of a provider that can be `null` instead of what they should be. */
export const NULLABLE = [
	'scopes',
	'availableAccountTypes',
	'data_inventory',
	'account',
	'customers',
	'detailed_accounts',
	'lightweight_accounts',
	'payments',
	'transactions',
] as const;

/** Recipients, registrations and providers. */
export const partnerSettings = {
	registrationSuccess: z
		.union([z.literal(200), z.literal(201), z.literal(202), z.literal(204)])
		.default(200),
	registrationBody: z.enum(['rows', 'empty']).default('rows'),
	registrationProgress: z
		.union([
			z.literal('manual'),
			z.object({ approveAfterMs: amount, activateAfterMs: amount }).strict(),
		])
		.default('manual'),
	/** Every nth row of a list carries `value` (text or `null`) as its status, or lacks the field. */
	oddStatus: z
		.object({
			every: count,
			value: z.union([z.string(), z.null()]).optional(),
		})
		.strict()
		.nullable()
		.default(null),
	/** These fields of every provider are `null`. */
	providerNulls: z.array(z.enum(NULLABLE)).default([]),
	createRecipientStatus: z.union([z.literal(200), z.literal(201)]).default(200),
	unknownIdStatus: z.union([z.literal(400), z.literal(404)]).default(400),
	/** Given to recipients created without a country. */
	defaultCountry: z.enum(['CA', 'US']).default('CA'),
};
