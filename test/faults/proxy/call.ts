import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/** One request as it reached the proxy. */
export interface Call {
	readonly method: string;
	/** Path and query, as the client wrote them. */
	readonly url: string;
	readonly path: string;
	readonly query: URLSearchParams;
	readonly headers: IncomingHttpHeaders;
	readonly body: string;
	/** The endpoint, and what phase it belongs to: see `labelOf`. */
	readonly label: string;
}

const ENDPOINTS: ReadonlyArray<readonly [label: string, method: string, path: RegExp]> = [
	['token', 'POST', /^\/api\/v1\/token$/],
	['revoke', 'DELETE', /^\/api\/v1\/revoke$/],
	['request registrations', 'POST', /^\/api\/v1\/recipients\/providers\/requests\/[^/]+\/[^/]+$/],
	['all registrations', 'GET', /^\/api\/v1\/recipients\/providers\/requests$/],
	['own registrations', 'GET', /^\/api\/v1\/recipients\/[^/]+\/providers\/requests$/],
	['providers', 'GET', /^\/api\/v\d\/providers$/],
	['provider', 'GET', /^\/api\/v1\/providers\/[^/]+$/],
	['recipients', 'GET', /^\/api\/v1\/recipients$/],
	['recipient', 'GET', /^\/api\/v1\/recipients\/[^/]+$/],
	['create recipient', 'POST', /^\/api\/v1\/recipients$/],
	['update recipient', 'PUT', /^\/api\/v1\/recipients\/[^/]+$/],
	['new secret', 'POST', /^\/api\/v1\/recipients\/[^/]+\/secret$/],
	['accounts', 'GET', /^\/api\/fdx\/\d\/accounts$/],
	['account', 'GET', /^\/api\/fdx\/\d\/accounts\/[^/]+$/],
	['customer', 'GET', /^\/api\/fdx\/\d\/customers/],
	['transactions', 'GET', /\/transactions$/],
	['payment networks', 'GET', /\/payment-networks$/],
	['statements', 'GET', /\/statements$/],
	['statement', 'GET', /\/statements\/[^/]+$/],
];

export const WRITE = 'request registrations';

/**
 * Names a call for the table: later pages of a list, and what is asked after a registration was
 * requested or changed, count as calls of their own, since a fault there needs another answer.
 */
function labelOf(method: string, url: URL, earlier: readonly Call[]): string {
	const found = ENDPOINTS.find(([, verb, path]) => verb === method && path.test(url.pathname));
	const name = found?.[0] ?? `${method} ${url.pathname}`;
	if (url.searchParams.has('offset')) return `${name}, next page`;
	if (method !== 'GET') return name;
	if (earlier.some(({ label }) => label === WRITE)) return `${name}, after the request`;
	const changed = earlier.some((one) => one.method !== 'GET' && one.path === url.pathname);
	return changed ? `${name}, after the change` : name;
}

export async function readCall(request: IncomingMessage, earlier: readonly Call[]): Promise<Call> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	const { method = 'GET', url = '/', headers } = request;
	const address = new URL(url, 'http://proxy.invalid');
	return {
		method,
		url,
		path: address.pathname,
		query: address.searchParams,
		headers,
		body: Buffer.concat(chunks).toString('utf8'),
		label: labelOf(method, address, earlier),
	};
}
