import type { Fields } from '../http/input';
import type { SandboxSettings } from '../settings';
import { wrongInput } from './wrong-input';

const SEPARATORS = { either: /[\s,]+/, comma: /\s*,\s*/, space: /\s+/, none: undefined } as const;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Text or list: the documentation asks for one and answers with the other. */
export function readRedirectUris(body: Fields, settings: SandboxSettings): string[] {
	const { redirectUrisAs, redirectUriSeparator, recipientLimits, httpsRedirectUris } = settings;
	const value = body.redirect_uris;
	const list = Array.isArray(value);
	if (redirectUrisAs !== 'both' && (redirectUrisAs === 'list') !== list) {
		throw wrongInput(`redirect_uris must be a ${redirectUrisAs}`);
	}
	const separator = SEPARATORS[redirectUriSeparator];
	const texts: unknown[] = list
		? value
		: separator
			? String(value ?? '').split(separator)
			: [value];
	const uris = texts.filter((one): one is string => typeof one === 'string' && one !== '');
	if (uris.length === 0 || uris.length < texts.filter((one) => one !== '').length) {
		throw wrongInput('redirect_uris must hold at least one URL');
	}
	if (uris.length > recipientLimits.redirectUris) {
		throw wrongInput(`redirect_uris may hold at most ${recipientLimits.redirectUris}`);
	}
	for (const uri of uris) check(uri, recipientLimits.text, httpsRedirectUris);
	return [...new Set(uris)];
}

function check(uri: string, most: number, https: boolean): void {
	if (!URL.canParse(uri) || uri.length > most || /[\s#]/.test(uri)) {
		throw wrongInput(
			`redirect_uris must hold URLs of at most ${most} characters without a fragment`,
		);
	}
	const { protocol, hostname } = new URL(uri);
	if (https && protocol !== 'https:' && !LOOPBACK.has(hostname)) {
		throw wrongInput('redirect_uris must begin with https');
	}
}
