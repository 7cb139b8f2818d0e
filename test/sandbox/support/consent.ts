import type { AxiosInstance, AxiosResponse } from 'axios';

import { DEMO } from '../../../sandbox';

export const REDIRECT = 'http://localhost:5678/rest/oauth2-credential/callback?kept=1';

const ASKED = {
	client_id: DEMO.recipientId,
	redirect_uri: REDIRECT,
	state: 'state-1',
	response_type: 'code',
	scope: 'ACCOUNT_BASIC TRANSACTIONS',
	provider_id: String(DEMO.providerId),
};

/** Opens the consent page as a browser would. */
export async function openPage(http: AxiosInstance, changed: object = {}): Promise<AxiosResponse> {
	const params = new URLSearchParams({ ...ASKED, ...changed });
	return await http.get(`/api/v1/authorize?${params.toString()}`);
}

/** Sends the page's form with one of its buttons; gives where the browser is sent. */
export async function press(
	http: AxiosInstance,
	page: AxiosResponse,
	decision: string,
	customer?: string,
): Promise<AxiosResponse> {
	const html = String(page.data);
	const fields = new URLSearchParams({ decision });
	for (const [, name = '', value = ''] of html.matchAll(
		/type="hidden" name="(.+?)" value="(.+?)"/g,
	)) {
		fields.set(name, value);
	}
	if (customer) fields.set('customer', customer);
	const action = /<form method="post" action="(.+?)"/.exec(html)?.[1] ?? '';
	return await http.post(action, fields.toString(), {
		headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
	});
}

export function locationOf(response: AxiosResponse): URL {
	return new URL(String(response.headers.location));
}

/** The whole consent in one go: the code that the recipient gets. */
export async function consented(
	http: AxiosInstance,
	changed: object = {},
	customer?: string,
): Promise<string> {
	const answer = await press(http, await openPage(http, changed), 'allow', customer);
	return locationOf(answer).searchParams.get('code') ?? '';
}
