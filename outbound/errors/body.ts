import { isRecord, type JsonRecord } from '../model/isRecord';
import { cleanText, type Hide } from './clean';
import { isHtml, summarizeHtml } from './html';

/** What an answer says of itself, cleaned for people: Flinks' code, its sentence, the provider's detail. */
export interface ErrorBody {
	/** A page, or free text, is what proxies and firewalls answer; Flinks answers with fields. */
	readonly form: 'fields' | 'nothing' | 'page' | 'text';
	readonly code?: string;
	readonly text?: string;
	readonly debug?: string;
}

const TEXT_KEYS = ['message', 'error_description', 'Message', 'detail', 'errorMessage', 'title'];

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

function readFields(fields: JsonRecord, hide?: Hide): Omit<ErrorBody, 'form'> {
	const listed: unknown = Array.isArray(fields.errors) ? fields.errors[0] : undefined;
	const inner: JsonRecord = [fields.error, listed].find(isRecord) ?? {};
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
 * `{message}`, `{code, message, debugMessage}`; also a page, plain text, or nothing. Parsed it is already.
 * Never throws; nothing in the result is secret. `hide` names secrets known beforehand.
 */
export function readErrorBody(body: unknown, hide?: Hide): ErrorBody {
	const single: unknown = Array.isArray(body) ? body[0] : body;
	if (isRecord(single)) return { form: 'fields', ...readFields(single, hide) };
	const isPage = isHtml(single);
	const text = cleanText(isPage ? summarizeHtml(single) : single, hide);
	if (text === undefined) return { form: 'nothing' };
	return { form: isPage ? 'page' : 'text', text };
}
