import type { Recipient } from '../store/types';
import type { World } from '../world';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Registered exactly, or anything on this machine while that is allowed. */
export function mayRedirectTo(world: World, recipient: Recipient, redirectUri: string): boolean {
	if (!URL.canParse(redirectUri)) return false;
	if (recipient.redirect_uris.includes(redirectUri)) return true;
	const { protocol, hostname, hash } = new URL(redirectUri);
	const web = protocol === 'http:' || protocol === 'https:';
	return world.settings.allowLoopbackRedirects && web && LOOPBACK.has(hostname) && hash === '';
}

/** The redirect URI with the answer added to whatever query it had. */
export function redirectTo(redirectUri: string, answer: Readonly<Record<string, string>>): string {
	const target = new URL(redirectUri);
	for (const [name, value] of Object.entries(answer)) target.searchParams.append(name, value);
	return target.href;
}
