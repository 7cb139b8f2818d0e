import type { IWebhookFunctions } from 'n8n-workflow';

import type { Language } from '../../outbound/model/types';
import type { Result } from '../../outbound/connections/result';
import { readResult, signResult } from '../../outbound/connections/result';
import { outcomeOf } from '../../outbound/outcome';
import { openApp } from '../shared/client/recipientApp';
import { webhookHost } from '../shared/host/hosts';
import { readyToConnect } from '../../outbound/connections/readyApp';
import { sendOn, showPage } from './browser';
import { pageFor, type Company } from './page';
import type { Received } from './receive';

/** Has no code and no state: what a customer's address bar, history and bookmarks may keep. */
const PARAMETER = 'flinksResult';

/** Without a usable key nothing can be signed; these two tell nothing that could be misused. */
const UNSIGNED: ReadonlyMap<unknown, Result> = new Map([
	['failed', { kind: 'failed' }],
	['not-valid', { kind: 'not-valid' }],
] as const);

/**
 * Answers at once: the bank may need longer for the accounts than a customer waits. The browser goes on
 * to an address without the code; a test in the editor listens once only, so there the page comes at once.
 */
export async function answerCustomer(
	context: IWebhookFunctions,
	{ result, app }: Received,
): Promise<void> {
	const own = await ownPage(context, result.kind);
	if (own !== undefined) return sendOn(context, own);
	if (context.getMode() === 'manual') return await showResult(context, result);
	const unsigned = result.kind === 'failed' ? 'failed' : 'not-valid';
	const text = app === undefined ? unsigned : signResult(result, app, Date.now());
	sendOn(context, `?${PARAMETER}=${text}`);
}

/** The page at the clean address, where this request asks for it; `false` for any other request. */
export async function answeredAgain(context: IWebhookFunctions): Promise<boolean> {
	const query: unknown = context.getQueryData();
	if (typeof query !== 'object' || query === null || !(PARAMETER in query)) return false;
	const text: unknown = query[PARAMETER];
	await showResult(context, UNSIGNED.get(text) ?? (await signedResult(context, text)));
	return true;
}

async function signedResult(context: IWebhookFunctions, text: unknown): Promise<Result> {
	const app = readyToConnect(await openApp(webhookHost(context)));
	const known = app.kind === 'done' ? readResult(text, app.value, Date.now()) : undefined;
	return known ?? { kind: 'not-valid' };
}

async function showResult(context: IWebhookFunctions, result: Result): Promise<void> {
	const html = pageFor(result, result.language ?? browserLanguage(context), await company(context));
	showPage(context, result.kind === 'not-valid' ? 400 : 200, html);
}

/**
 * Only an address that the operator wrote. One that is empty or cannot be read must not cost the
 * connection just made, so our page is shown instead.
 */
async function ownPage(
	context: IWebhookFunctions,
	kind: Result['kind'],
): Promise<string | undefined> {
	if ((await parameter(context, 'answer')) !== 'redirect') return undefined;
	return webAddress(
		await parameter(context, kind === 'connected' ? 'connectedUrl' : 'notConnectedUrl'),
	);
}

async function company(context: IWebhookFunctions): Promise<Company> {
	const options = await parameter(context, 'options');
	const given = new Map<string, unknown>(
		typeof options === 'object' && options !== null ? Object.entries(options) : [],
	);
	const name = given.get('companyName');
	return {
		name: typeof name === 'string' ? name.trim().slice(0, 100) : '',
		address: webAddress(given.get('returnUrl')),
	};
}

async function parameter(context: IWebhookFunctions, name: string): Promise<unknown> {
	const read = await outcomeOf<unknown>(
		async () => await Promise.resolve(context.getNodeParameter(name, '')),
	);
	return read.kind === 'done' ? read.value : undefined;
}

function webAddress(value: unknown): string | undefined {
	const text = typeof value === 'string' ? value.trim() : '';
	return /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text).href : undefined;
}

function browserLanguage(context: IWebhookFunctions): Language {
	return context.getHeaderData()['accept-language']?.startsWith('fr') === true ? 'fr' : 'en';
}
