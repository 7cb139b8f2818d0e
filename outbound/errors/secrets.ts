import type { ApiRequest } from '../wire';
import { fold, type Hide } from './clean';
import { base64Forms, writtenForms } from './secretForms';

const HIDDEN = '[hidden]';
/** Below this a secret is no secret, and taking it out would tear every word apart. */
const SHORTEST = 4;

const SECRET_KEYS = ['client_secret', 'code', 'refresh_token', 'access_token', 'code_verifier'];

/** The secrets that this very request carries in its query or body. */
export function secretsIn(request: ApiRequest): string[] {
	const sent: Readonly<Record<string, unknown>> = { ...request.query, ...request.body };
	return SECRET_KEYS.map((key) => sent[key]).filter((value) => typeof value === 'string');
}

/** A function that takes these secrets out of a text, however they are written there. */
export function hiding(secrets: Iterable<string>): Hide {
	const known = [...new Set(secrets)].filter((secret) => secret.trim().length >= SHORTEST);
	// The longer first: one secret may be a part of another.
	known.sort((a, b) => b.length - a.length);
	const patterns = known.map((secret) => ({
		written: [secret, fold(secret)].map(writtenForms),
		base64: base64Forms(secret),
	}));
	return (text) =>
		patterns.reduce((rest, { written, base64 }) => {
			const shown = written.reduce((part, pattern) => part.replace(pattern, HIDDEN), rest);
			return base64.reduce(withoutRun, shown);
		}, text);
}

const isBase64 = (character: string | undefined) =>
	character !== undefined && /[A-Za-z0-9+/=_-]/.test(character);

/** Takes out the whole base64 text around the form: what is left of it would still be half a secret. */
function withoutRun(text: string, form: string): string {
	let rest = text;
	for (let at = rest.indexOf(form); at >= 0; at = rest.indexOf(form)) {
		let [start, end] = [at, at + form.length];
		while (isBase64(rest[start - 1])) start -= 1;
		while (isBase64(rest[end])) end += 1;
		rest = `${rest.slice(0, start)}${HIDDEN}${rest.slice(end)}`;
	}
	return rest;
}
