import type { IWebhookFunctions } from 'n8n-workflow';

import type { Language } from '../../outbound/model/types';
import { outcomeOf } from '../../outbound/outcome';
import { pageFor } from './page';
import type { CustomerEnd } from './words';

/** The customer's own address bar holds the spent code: it goes to nobody, and into no cache. */
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

/**
 * Answers at once: the bank may need longer for the accounts than a customer waits. An own page whose
 * address cannot be read must not cost the connection just made, so ours is shown instead.
 */
export async function answerCustomer(
	context: IWebhookFunctions,
	{ kind, language }: CustomerEnd,
): Promise<void> {
	const browser: unknown = context.getResponseObject();
	if (!isBrowser(browser)) return;
	const own = await outcomeOf(async () => await Promise.resolve(ownPage(context, kind)));
	const address = own.kind === 'done' ? own.value : undefined;
	if (address !== undefined) {
		browser.writeHead(303, { ...HEADERS, Location: address }).end();
		return;
	}
	const page = pageFor(kind, language ?? browserLanguage(context));
	browser.writeHead(kind === 'not-valid' ? 400 : 200, { ...HEADERS, ...PAGE_HEADERS }).end(page);
}

/** The part needed here of what n8n types with Express, whose types this package does not have. */
interface Browser {
	writeHead(code: number, headers: Readonly<Record<string, string>>): Browser;
	end(body?: string): void;
}

function isBrowser(value: unknown): value is Browser {
	return typeof value === 'object' && value !== null && 'writeHead' in value && 'end' in value;
}

/** Only an address that the operator wrote; an empty or unreadable one shows our page instead. */
function ownPage(context: IWebhookFunctions, kind: CustomerEnd['kind']): string | undefined {
	if (context.getNodeParameter('answer', 'page') !== 'redirect') return undefined;
	const name = kind === 'connected' ? 'connectedUrl' : 'notConnectedUrl';
	const address = context.getNodeParameter(name, '');
	if (typeof address !== 'string' || !/^https?:\/\//i.test(address)) return undefined;
	return URL.canParse(address) ? new URL(address).href : undefined;
}

function browserLanguage(context: IWebhookFunctions): Language {
	return context.getHeaderData()['accept-language']?.startsWith('fr') === true ? 'fr' : 'en';
}
