import { z } from 'zod';

import { amount, count } from './numbers';

/** Fields of a provider that can be `null` instead of what they should be. */
const NULLABLE = [
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

const RECIPIENT_FIELDS = [
	'name',
	'scope',
	'redirect_uris',
	'country',
	'description',
	'logo_uri',
	'terms_uri',
	'client_uri',
	'contacts',
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
	/** R1 refuses a body without these. The pages do not show which ones are required. */
	requiredRecipientFields: z
		.array(z.enum(RECIPIENT_FIELDS))
		.default(['name', 'scope', 'redirect_uris']),
	/** Characters of a name (documented) and of other texts, redirect URIs and contacts in all. */
	recipientLimits: z
		.object({ name: count, text: count, redirectUris: count, contacts: count })
		.strict()
		.default({ name: 256, text: 2_000, redirectUris: 100, contacts: 20 }),
	duplicateNames: z.enum(['allowed', 'refused']).default('allowed'),
	/** In which form R1 takes scopes. */
	scopeAs: z.enum(['both', 'list', 'text']).default('both'),
	/** In which form R1 and R2 take redirect URIs, and what stands between them in a text. */
	redirectUrisAs: z.enum(['both', 'list', 'text']).default('both'),
	redirectUriSeparator: z.enum(['either', 'comma', 'space', 'none']).default('either'),
	/** Whether redirect URIs need https, this machine aside. */
	httpsRedirectUris: z.boolean().default(false),
	/** What R2 does with fields other than `redirect_uris`. */
	otherFieldsInUpdate: z.enum(['ignored', 'refused']).default('ignored'),
	/** So many readers still see what was there before a create or an update. */
	recipientReadLag: amount.default(0),
	/** Seconds that a secret lives on after R3 replaced it. */
	oldSecretLivesS: amount.default(0),
	unknownIdStatus: z.union([z.literal(400), z.literal(404)]).default(400),
	/** Given to recipients created without a country. */
	defaultCountry: z.enum(['CA', 'US']).default('CA'),
};
