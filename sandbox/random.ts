/** Everything seeded comes from here, so that the same options always give the same world. */
import { faker } from '@faker-js/faker/locale/en_CA';

/**
 * The one generator, restarted at a point that depends on `parts` only. Whoever calls it draws what
 * it needs before anybody else calls it again.
 */
export function dice(...parts: ReadonlyArray<string | number>): typeof faker {
	faker.seed([...parts.join('\u0000')].map((char) => char.codePointAt(0) ?? 0));
	return faker;
}

/** `dc-` and 25 lower-case alphanumerics, as all documented client ids are. */
export function clientId(...parts: ReadonlyArray<string | number>): string {
	return `dc-${dice('client-id', ...parts).string.alphanumeric({ length: 25, casing: 'lower' })}`;
}

export function uuid(...parts: ReadonlyArray<string | number>): string {
	return dice('uuid', ...parts).string.uuid();
}
