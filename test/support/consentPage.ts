import axios, { type AxiosResponse } from 'axios';

const http = axios.create({ validateStatus: () => true, maxRedirects: 0, proxy: false });

export interface ConsentPage {
	readonly html: string;
	/** What the page's form carries to say which request it answers. */
	readonly ticket: string;
	/** Presses a button; gives the address the browser is sent to. */
	press(decision: 'allow' | 'deny'): Promise<URL>;
}

/** Opens an authorization link as a customer's browser would. */
export async function openLink(link: string): Promise<ConsentPage> {
	const page = await http.get(link);
	if (page.status !== 200) throw new Error(`No consent page: ${page.status} ${where(page)}`);
	const html = String(page.data);
	const [, action = ''] = /<form method="post" action="(.+?)"/.exec(html) ?? [];
	const [, ticket = ''] = /name="ticket" value="(.+?)"/.exec(html) ?? [];
	return {
		html,
		ticket,
		async press(decision) {
			const form = new URLSearchParams({ decision, ticket });
			return new URL(where(await http.post(new URL(action, link).href, form)));
		},
	};
}

function where({ headers }: AxiosResponse): string {
	return String(headers.location);
}

/** What a Webhook node gives out for a GET of the address. */
export function webhookItem(address: URL): { json: Record<string, object | string> } {
	return {
		json: {
			headers: { host: address.host },
			params: {},
			query: Object.fromEntries(address.searchParams),
			body: {},
			webhookUrl: `${address.origin}${address.pathname}`,
			executionMode: 'production',
		},
	};
}
