import { FlinksFailure } from '../failure';

/** What Flinks answers to a body it does not understand: nothing was done then. */
const REFUSED_BODY: ReadonlySet<number> = new Set([400, 415, 422]);

/**
 * Sends redirect URIs as a list, as Flinks answers with one. Its page names a text and not how several fit into
 * it, so a single URI that is refused as a list is sent once more as a text; several are never joined.
 * @throws FlinksFailure
 */
export async function sendUris<T>(
	uris: readonly string[],
	send: (value: string | string[]) => Promise<T>,
): Promise<T> {
	const [only] = uris;
	let refused;
	try {
		return await send([...uris]);
	} catch (error) {
		refused = error instanceof FlinksFailure ? error.failure : undefined;
	}
	const again = refused !== undefined && REFUSED_BODY.has(refused.status ?? 0);
	if (again && only !== undefined && uris.length === 1) return await send(only);
	throw new FlinksFailure(refused ?? UNPREPARED);
}

const UNPREPARED = {
	kind: 'unexpected-answer',
	title: 'Sending the redirect URIs failed in a way it was not prepared for',
	remedy:
		'Read the recipient to see what is stored, and report it to the maintainers of the package.',
	ambiguous: true,
} as const;
