import { cleanText, type Hide } from './clean';
import { isHtml, summarizeHtml } from './html';

/** What an answer says of itself, cleaned for people: Flinks' code, its sentence, the provider's detail. */
export interface ErrorBody {
	readonly code?: string;
	readonly text?: string;
	readonly debug?: string;
}

type Fields = Readonly<Record<string, unknown>>;

const TEXT_KEYS = ['message', 'error_description', 'Message', 'detail', 'errorMessage', 'title'];
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** Bytes as text and JSON text as values, so that every way n8n hands over a body reads the same. */
export function parseBody(body: unknown): unknown {
	if (body instanceof Uint8Array) return parseBody(Buffer.from(body).toString('utf8'));
	if (body instanceof ArrayBuffer) return parseBody(Buffer.from(body).toString('utf8'));
	if (typeof body !== 'string' || !/^\s*[[{"]/.test(body)) return body;
	try {
		const parsed: unknown = JSON.parse(body);
		return parsed;
	} catch {
		return body;
	}
}

/** A code is a short name or number; a sentence in its place is text. */
function readCode(value: unknown, hide?: Hide): string | undefined {
	if (typeof value !== 'string' && typeof value !== 'number') return undefined;
	const code = cleanText(value, hide);
	return code !== undefined && /^[\w.-]{1,64}$/.test(code) ? code : undefined;
}

function firstOf<T>(values: readonly unknown[], read: (value: unknown) => T | undefined) {
	for (const value of values) {
		const found = read(value);
		if (found !== undefined) return found;
	}
	return undefined;
}

function readFields(fields: Fields, hide?: Hide): ErrorBody {
	const listed: unknown = Array.isArray(fields.errors) ? fields.errors[0] : undefined;
	const inner: Fields = [fields.error, listed].find(isFields) ?? {};
	const code = firstOf([fields.code, fields.error, inner.code, inner.error], (value) =>
		readCode(value, hide),
	);
	const isCode = code !== undefined && readCode(fields.error, hide) === code;
	const sentences = [...TEXT_KEYS.map((key) => fields[key]), ...TEXT_KEYS.map((key) => inner[key])];
	const read = (value: unknown) => cleanText(value, hide);
	const text = firstOf([...sentences, isCode ? undefined : fields.error, listed], read);
	const debug = firstOf([fields.debugMessage, inner.debugMessage], read);
	return {
		...(code !== undefined && { code }),
		...(text !== undefined && { text }),
		...(debug !== undefined && debug !== text && { debug }),
	};
}

/**
 * Reads any of the three documented bodies, whichever endpoint sent it: `{error, error_description}`,
 * `{message}`, `{code, message, debugMessage}`; also a page, plain text, bytes, or nothing.
 * Never throws; nothing in the result is secret. `hide` names secrets known beforehand.
 */
export function readErrorBody(body: unknown, hide?: Hide): ErrorBody {
	const parsed = parseBody(body);
	const single: unknown = Array.isArray(parsed) ? parsed[0] : parsed;
	if (isFields(single)) return readFields(single, hide);
	const text = cleanText(isHtml(single) ? summarizeHtml(single) : single, hide);
	return text === undefined ? {} : { text };
}
