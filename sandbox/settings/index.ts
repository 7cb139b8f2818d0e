import { z } from 'zod';

import { dataSettings } from './data';
import { oauthSettings } from './oauth';
import { partnerSettings } from './partner';
import { trafficSettings } from './traffic';

/** One switch for each thing the public documentation leaves open, and a few for tests. */
const settingsSchema = z
	.object({ ...oauthSettings, ...partnerSettings, ...dataSettings, ...trafficSettings })
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
