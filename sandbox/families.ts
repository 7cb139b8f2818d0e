/** Which dialect of error body an answer speaks; `own` is what Flinks does not have: pages and admin. */
export type Family = 'oauth' | 'partner' | 'fdx' | 'own';

const OAUTH_PATHS = new Set(['/api/v1/authorize', '/api/v1/token', '/api/v1/revoke']);

/** By path alone, because errors also happen where no route matches. */
export function familyOf(url: string): Family {
	const path = url.split('?', 1)[0] ?? '';
	if (path.startsWith('/api/fdx/')) return 'fdx';
	if (OAUTH_PATHS.has(path)) return 'oauth';
	return path.startsWith('/api/') ? 'partner' : 'own';
}
