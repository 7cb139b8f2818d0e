import type { SandboxSettings } from '../settings';

/** The same with `null` where the settings want it, one level down too. */
export function withNulls(
	fields: Readonly<Record<string, unknown>>,
	{ providerNulls }: Pick<SandboxSettings, 'providerNulls'>,
): Record<string, unknown> {
	const hit = new Set<string>(providerNulls);
	return Object.fromEntries(
		Object.entries(fields).map(([name, value]) => [name, hit.has(name) ? null : value]),
	);
}
