import { z } from 'zod';

const count = z.number().int().positive();
const duration = z.number().int().nonnegative();

/** One switch for each thing the public documentation leaves open, and a few for tests. */
const settingsSchema = z
	.object({
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
		refreshIdleDays: count.default(30),
		deadRefreshStatus: z.union([z.literal(400), z.literal(401), z.literal(403)]).default(400),
		codeLifetimeS: count.default(300),
		requireActiveRegistration: z.boolean().default(true),
		allowLoopbackRedirects: z.boolean().default(true),
		registrationSuccess: z
			.union([z.literal(200), z.literal(201), z.literal(202), z.literal(204)])
			.default(200),
		registrationBody: z.enum(['rows', 'empty']).default('rows'),
		registrationProgress: z
			.union([
				z.literal('manual'),
				z.object({ approveAfterMs: duration, activateAfterMs: duration }).strict(),
			])
			.default('manual'),
		createRecipientStatus: z.union([z.literal(200), z.literal(201)]).default(200),
		unknownIdStatus: z.union([z.literal(400), z.literal(404)]).default(400),
		/** At most so many API requests in each window; `null` never throttles. */
		throttle: z.object({ requests: count, windowMs: count }).strict().nullable().default(null),
		throttleStatus: z.union([z.literal(429), z.literal(422)]).default(429),
		retryAfterS: z.number().int().nonnegative().nullable().default(null),
		/** Added to every API answer. */
		latencyMs: duration.default(0),
		maxUrlLength: count.default(8000),
		maxPathSegment: count.default(255),
		pathTooLongStatus: z.union([z.literal(404), z.literal(414)]).default(414),
		pageSize: z.object({ default: count, max: count }).strict().default({ default: 50, max: 100 }),
		totalElements: z.boolean().default(true),
		lastPageCursor: z.enum(['omitted', 'blank']).default('omitted'),
		/** Origin written into `links.next.href`; like the vendor's sample, not the host that was asked. */
		nextLinkOrigin: z.string().default('https://ob-preprod.flinks-sandbox.invalid'),
		statementDelivery: z.enum(['inline', 'redirect']).default('inline'),
		/** Given to recipients created without a country. */
		defaultCountry: z.enum(['CA', 'US']).default('CA'),
	})
	.strict();

export type SandboxSettings = z.infer<typeof settingsSchema>;

/** Settings with the defaults filled in; throws a RangeError that names what is wrong. */
export function createSettings(chosen: Partial<SandboxSettings> = {}): SandboxSettings {
	const parsed = settingsSchema.safeParse(chosen);
	if (!parsed.success) throw new RangeError(problemsOf(parsed.error).join('; '));
	return parsed.data;
}

/** Changes `settings` in place; returns what was wrong with `patch` instead, if anything. */
export function patchSettings(settings: SandboxSettings, patch: unknown): string[] {
	if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) {
		return ['Send a JSON object holding the settings to change'];
	}
	const merged: Record<string, unknown> = { ...settings };
	for (const [name, value] of Object.entries(patch)) merged[name] = mergeOne(merged[name], value);
	const parsed = settingsSchema.safeParse(merged);
	if (!parsed.success) return problemsOf(parsed.error);
	Object.assign(settings, parsed.data);
	return [];
}

function problemsOf(error: z.ZodError): string[] {
	return error.issues.map(({ path, message }) => [...path, message].join(': '));
}

function mergeOne(before: unknown, after: unknown): unknown {
	return isPlain(before) && isPlain(after) ? { ...before, ...after } : after;
}

function isPlain(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
