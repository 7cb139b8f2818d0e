import type { Media } from './document';

/** `Application/JSON; charset=utf-8` as `application/json`. */
export const mediaType = (contentType: string): string =>
	(contentType.split(';')[0] ?? '').trim().toLowerCase();

export const isEmpty = (body: unknown): boolean =>
	body === undefined ||
	body === null ||
	body === '' ||
	(body instanceof Uint8Array && body.length === 0);

export const lowerCased = (
	headers: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> =>
	Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

/** What the schema of a media type applies to; undefined where it has none worth applying. */
export function parsed(type: string, body: unknown): { readonly value: unknown } | undefined {
	if (type === 'application/json') {
		return { value: typeof body === 'string' ? (JSON.parse(body) as unknown) : body };
	}
	if (type === 'application/x-www-form-urlencoded') {
		const fields = typeof body === 'string' ? new URLSearchParams(body) : undefined;
		return { value: fields ? Object.fromEntries(fields) : body };
	}
	return undefined;
}

/** Checks a body against the declared media types; `what` names it in the messages. */
export function bodyProblems(
	content: Readonly<Record<string, Media>>,
	contentType: string,
	body: unknown,
	check: (media: Media, value: unknown) => string[],
): string[] {
	const type = mediaType(contentType);
	const media = content[type];
	if (!media) return [`the content type ${type || '(none)'} is not declared`];
	try {
		const applied = parsed(type, body);
		return applied ? check(media, applied.value) : [];
	} catch (error) {
		if (error instanceof SyntaxError) return [`the body is not JSON`];
		throw error;
	}
}
