import type { IWebhookFunctions } from 'n8n-workflow';

/** The part needed here of what n8n types with Express, whose types this package does not have. */
interface Browser {
	writeHead(code: number, headers: Readonly<Record<string, string>>): Browser;
	end(body?: string): void;
}

/** The customer's own address bar may hold the spent code: it goes to nobody, and into no cache. */
const HEADERS = {
	'Cache-Control': 'no-store',
	'Referrer-Policy': 'no-referrer',
	'X-Content-Type-Options': 'nosniff',
};

const PAGE_HEADERS = {
	'Content-Type': 'text/html; charset=utf-8',
	'Content-Security-Policy':
		"default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
};

/** Sends the browser on. @param location an address, or `?...` for another query of the same address */
export function sendOn(context: IWebhookFunctions, location: string): void {
	browserOf(context)
		?.writeHead(303, { ...HEADERS, Location: location })
		.end();
}

export function showPage(context: IWebhookFunctions, code: number, html: string): void {
	browserOf(context)
		?.writeHead(code, { ...HEADERS, ...PAGE_HEADERS })
		.end(html);
}

export function showText(context: IWebhookFunctions, text: string): void {
	browserOf(context)
		?.writeHead(200, { ...HEADERS, 'Content-Type': 'text/plain' })
		.end(text);
}

function browserOf(context: IWebhookFunctions): Browser | undefined {
	const browser: unknown = context.getResponseObject();
	return isBrowser(browser) ? browser : undefined;
}

function isBrowser(value: unknown): value is Browser {
	return typeof value === 'object' && value !== null && 'writeHead' in value && 'end' in value;
}
