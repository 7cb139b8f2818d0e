/** This machine, for which http will do. */
export const isLoopback = (host: string) =>
	host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);

function parse(text: string): URL | undefined {
	try {
		return new URL(text);
	} catch {
		return undefined;
	}
}

const isSafe = ({ protocol, hostname }: URL) =>
	protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));

/** True for an address to which a secret goes encrypted, or which is on this machine. */
export function keepsSecrets(address: string): boolean {
	const url = parse(address);
	return url !== undefined && isSafe(url);
}

function problemWith(text: string, url: URL): string | undefined {
	if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'must start with https://';
	if (url.username !== '' || url.password !== '' || url.host === '')
		return 'must not hold a user name or password; those belong in the fields of the credential';
	if (/[?#]/.test(text)) return 'must end before any "?" or "#"; give the plain address only';
	if (!isSafe(url))
		return 'must start with https://, so that secrets travel encrypted; http:// is only for this machine (localhost)';
	return undefined;
}

/**
 * Checks a base URL before any secret is sent to it. `label` is the field's name as the operator
 * sees it. Gives the URL without trailing slashes, or a sentence to show.
 */
export function checkBaseUrl(text: string, label: string): { url: string } | { problem: string } {
	const trimmed = text.trim();
	if (trimmed === '')
		return { problem: `${label} is empty. Enter an address such as https://ob.flinksapp.com` };
	const url = /[\s\\{}<>\p{Cc}]/u.test(trimmed) ? undefined : parse(trimmed);
	if (url === undefined)
		return { problem: `${label} is not a web address. Enter one such as https://ob.flinksapp.com` };
	const problem = problemWith(trimmed, url);
	if (problem !== undefined) return { problem: `${label} ${problem}.` };
	return { url: `${url.origin}${url.pathname}`.replace(/\/+$/, '') };
}
