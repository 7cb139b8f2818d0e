import { checkBaseUrl } from './baseUrl';
import { FlinksFailure } from '../failure';

/** What every Flinks Outbound credential holds to say where Flinks is. */
export interface EnvironmentSettings {
	readonly environment?: unknown;
	readonly apiBaseUrl?: unknown;
	readonly authorizationBaseUrl?: unknown;
}

export interface Environment {
	/** Partner and FDX endpoints; no trailing slash. */
	readonly api: string;
	/** Authorize and token endpoints; no trailing slash. */
	readonly authorization: string;
}

/**
 * The API host is the one `servers` of Flinks' OpenAPI names; the authorization host is the one of
 * getting-started and the token page. Flinks' pages disagree, so Custom can set both.
 */
export const PRODUCTION: Environment = {
	api: 'https://ob.flinksapp.com',
	authorization: 'https://api.flinks.io',
};

/** The other of the two addresses that Flinks' pages name; nothing for an address of one's own. */
export function otherPublishedHost(url: string): string | undefined {
	if (url === PRODUCTION.api) return PRODUCTION.authorization;
	return url === PRODUCTION.authorization ? PRODUCTION.api : undefined;
}

/** @throws FlinksFailure naming the setting, before anything secret is sent */
export function environmentOf(settings: EnvironmentSettings): Environment {
	if (settings.environment !== 'custom') return PRODUCTION;
	const api = checked(settings.apiBaseUrl, 'API Base URL');
	const authorization = text(settings.authorizationBaseUrl);
	return {
		api,
		authorization: authorization ? checked(authorization, 'Authorization Base URL') : api,
	};
}

function checked(value: unknown, label: string): string {
	const result = checkBaseUrl(text(value), label);
	if ('url' in result) return result.url;
	throw new FlinksFailure({
		kind: 'credential-refused',
		title: result.problem,
		remedy: `Open the credential and correct '${label}'. Nothing was sent.`,
	});
}

function text(value: unknown): string {
	return typeof value === 'string' ? value.trim() : '';
}
