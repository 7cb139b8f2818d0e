import type { z } from 'zod';

import { partnerRefusal } from '../http/refusals';

/** What `schema` makes of a body; a body that it refuses is answered with 400 and the reasons. */
export function readOrRefuse<S extends z.ZodTypeAny>(schema: S, body: unknown): z.infer<S> {
	const parsed = schema.safeParse(body ?? {});
	if (parsed.success) return parsed.data;
	const problems = parsed.error.issues.map(({ path, message }) => [...path, message].join(': '));
	throw partnerRefusal(400, problems.join('; '));
}

/** Runs `act`; what it says is out of range is answered with 400. */
export function orRefuse<T>(act: () => T): T {
	try {
		return act();
	} catch (error) {
		if (error instanceof RangeError) throw partnerRefusal(400, error.message);
		throw error;
	}
}
