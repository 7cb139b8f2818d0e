import type { FastifyRequest } from 'fastify';

export type Fields = Readonly<Record<string, unknown>>;

/** An object's fields; anything else has none. */
export function fieldsOf(value: unknown): Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value)
		? Object.fromEntries(Object.entries(value))
		: {};
}

export function bodyOf(request: FastifyRequest): Fields {
	return fieldsOf(request.body);
}

export function queryOf(request: FastifyRequest): Fields {
	return fieldsOf(request.query);
}

export function paramOf(request: FastifyRequest, name: string): string {
	return textOf(fieldsOf(request.params), name) ?? '';
}

/** One text value; a repeated or missing parameter is none. */
export function textOf(fields: Fields, name: string): string | undefined {
	const value = fields[name];
	return typeof value === 'string' ? value : undefined;
}

/** Words between spaces or commas, without repeats. */
export function wordsOf(text: string): string[] {
	return [...new Set(text.split(/[\s,]+/).filter((word) => word !== ''))];
}
