import axios, { type AxiosResponse } from 'axios';

const MOST_STEPS = 20;

/** A browser as far as a sign-in needs one: cookies, redirects, forms. */
export class Browser {
	private readonly cookies = new Map<string, string>();

	private readonly http = axios.create({
		validateStatus: () => true,
		maxRedirects: 0,
		proxy: false,
	});

	/**
	 * Opens a link, fills in whatever form comes and presses its button, or Cancel on the form called
	 * `cancelAt`. Gives the address at which the browser leaves for the application.
	 */
	async consent(link: string, application: string, cancelAt?: 'consent' | 'login'): Promise<URL> {
		let page = await this.get(link);
		for (let step = 0; step < MOST_STEPS; step += 1) {
			const next = String(page.headers.location ?? '');
			if (next.startsWith(application)) return new URL(next);
			page = next ? await this.get(new URL(next, link).href) : await this.fillIn(page, cancelAt);
		}
		throw new Error(`The sign-in did not end: ${page.status} ${String(page.data).slice(-500)}`);
	}

	private async fillIn(page: AxiosResponse, cancelAt?: string): Promise<AxiosResponse> {
		const html = String(page.data);
		const [, action = ''] = /action="([^"]+)"/.exec(html) ?? [];
		const [, prompt = ''] = /name="prompt" value="([^"]+)"/.exec(html) ?? [];
		if (!action) throw new Error(`No form to fill in: ${page.status} ${html.slice(0, 500)}`);
		if (prompt === cancelAt) return await this.get(`${action}/abort`);
		const form = new URLSearchParams({ prompt, login: 'camille', password: 'x' });
		return this.keep(await this.http.post(action, form, { headers: this.headers() }));
	}

	private async get(url: string): Promise<AxiosResponse> {
		return this.keep(await this.http.get(url, { headers: this.headers() }));
	}

	private headers() {
		return { Cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
	}

	private keep(page: AxiosResponse): AxiosResponse {
		for (const cookie of page.headers['set-cookie'] ?? []) {
			const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
			this.cookies.set(name, value);
		}
		return page;
	}
}
