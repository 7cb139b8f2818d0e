/** Everything seeded comes from here, so that the same options always give the same world. */
import { faker } from '@faker-js/faker/locale/en_CA';

/** FNV-1a: small, even and the same on every machine. */
export function hash(...parts: ReadonlyArray<string | number>): number {
	let value = 0x811c9dc5;
	for (const char of parts.join('\u0000')) {
		value ^= char.codePointAt(0) ?? 0;
		value = Math.imul(value, 0x01000193);
	}
	return value >>> 0;
}

/** The shared generator, restarted at a point that depends on `parts` only. */
export function dice(...parts: ReadonlyArray<string | number>): typeof faker {
	faker.seed(hash(...parts));
	return faker;
}

/** `dc-` and 25 lower-case alphanumerics, as all documented client ids are. */
export function clientId(...parts: ReadonlyArray<string | number>): string {
	return `dc-${dice('client-id', ...parts).string.alphanumeric({ length: 25, casing: 'lower' })}`;
}

export function uuid(...parts: ReadonlyArray<string | number>): string {
	return dice('uuid', ...parts).string.uuid();
}
