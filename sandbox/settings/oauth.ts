import { z } from 'zod';

import { count } from './numbers';

/** Tokens, consent and PKCE. */
export const oauthSettings = {
	/** Ways a client may present itself at the token endpoint: which are accepted. */
	tokenFormats: z
		.object({ json: z.boolean(), form: z.boolean(), basic: z.boolean() })
		.strict()
		.default({ json: true, form: true, basic: true }),
	tokenFormatRefusal: z.union([z.literal(400), z.literal(415)]).default(400),
	/** Seconds an access token lives. */
	expiresIn: count.default(299),
	scopeInTokenResponse: z.boolean().default(true),
	badTokenStatus: z.union([z.literal(400), z.literal(401)]).default(401),
	/** What an FDX call says about a bad bearer: consent words (602), or invalid input (401). */
	fdxBadTokenCode: z.union([z.literal(602), z.literal(401)]).default(602),
	/** A good token of the wrong kind, such as a recipient's on a partner endpoint. */
	wrongTokenStatus: z.union([z.literal(401), z.literal(403)]).default(403),
	refreshRotation: z.boolean().default(false),
	/** A refresh token that was replaced and comes again: refused only, or taken for stolen. */
	refreshReuse: z.enum(['refused', 'ends connection']).default('refused'),
	refreshIdleDays: count.default(30),
	deadRefreshStatus: z.union([z.literal(400), z.literal(401), z.literal(403)]).default(400),
	codeLifetimeS: count.default(300),
	/** A code that was exchanged and comes again; RFC 6749 4.1.2 says to end what it gave. */
	codeReuse: z.enum(['refused', 'ends connection']).default('refused'),
	/** S256 only. Flinks documents none of it, so it is ignored unless switched on. */
	pkce: z.enum(['ignored', 'checked', 'required']).default('ignored'),
	requireActiveRegistration: z.boolean().default(true),
	allowLoopbackRedirects: z.boolean().default(true),
	/** Whatever the link says, the customer consents at this provider, as after editing the address. */
	consentProviderId: count.nullable().default(null),
};
