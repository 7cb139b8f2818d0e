const LOOPBACK = /^(localhost|\[::1\]|127(\.\d{1,3}){3})$/;

/**
 * What is wrong with the address that customers come back to; `undefined` if it is fine. It may have
 * a query, but no fragment (RFC 6749 3.1.2), and the code must not travel in the clear.
 */
export function checkRedirectUri(text: string): string | undefined {
	if (text === '')
		return 'it is empty. Enter the Production URL of Flinks Connection Trigger, or of your own Webhook node.';
	if (!URL.canParse(text))
		return 'it is not a web address. Copy it from Flinks Connection Trigger, or from your own Webhook node.';
	const { protocol, hostname, username, password } = new URL(text);
	if (username !== '' || password !== '') return 'it must not hold a user name or password.';
	if (text.includes('#')) return 'it must not have a part after "#".';
	if (protocol === 'https:') return undefined;
	if (protocol === 'http:' && LOOPBACK.test(hostname)) return undefined;
	return 'it must start with https://, so that what the customer brings back travels encrypted. Plain http:// is only for this machine (localhost).';
}
