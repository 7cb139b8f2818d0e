import axios, { type AxiosInstance, type AxiosResponse } from 'axios';

import { createContractValidator } from '../../../contract/validate';
import { DEMO, startSandbox, type Sandbox, type SandboxOptions } from '../../../sandbox';

const contract = createContractValidator();

export interface Talk {
	readonly sandbox: Sandbox;
	/** Answers whatever the status, follows no redirect, and throws where an answer breaks the contract. */
	readonly http: AxiosInstance;
	/** The same without the contract, for answers that break it on purpose. */
	readonly plain: AxiosInstance;
	token(fields: Record<string, string>): Promise<AxiosResponse>;
	asPartner(): Promise<Headers>;
	asRecipient(clientId?: string, secret?: string): Promise<Headers>;
	asCustomer(scopes?: string[], more?: { customer?: string; providerId?: number }): Headers;
	close(): Promise<void>;
}

export interface Headers {
	readonly headers: { readonly Authorization: string };
}

const bearer = (token: string): Headers => ({ headers: { Authorization: `Bearer ${token}` } });

/** Outside the contract on purpose: no operation of it covers such a path. */
const FOREIGN = /is not an operation of the contract$|is not validly percent-encoded$/;

/** Tests that read files get bytes, which in an error answer are JSON. */
function readable({ headers, data }: AxiosResponse): unknown {
	const json = String(headers['content-type']).startsWith('application/json');
	return json && Buffer.isBuffer(data) ? JSON.parse(data.toString()) : data;
}

function hold(response: AxiosResponse): AxiosResponse {
	const { method = 'get', url = '' } = response.config;
	if (!url.startsWith('/api/')) return response;
	const problems = contract.response({
		method: method.toUpperCase(),
		path: url,
		status: response.status,
		headers: response.headers,
		body: readable(response),
	});
	const own = problems.filter((problem) => !FOREIGN.test(problem));
	if (own.length === 0) return response;
	throw new Error(`${method} ${url} answered ${response.status}: ${own.join('; ')}`);
}

/** A sandbox of its own for one test file, and a client that talks to it over HTTP. */
export async function talkTo(options: SandboxOptions = {}): Promise<Talk> {
	const sandbox = await startSandbox(options);
	const client = (): AxiosInstance =>
		axios.create({
			baseURL: sandbox.url,
			validateStatus: () => true,
			maxRedirects: 0,
			proxy: false,
		});
	const http = client();
	http.interceptors.response.use(hold);
	const token = async (fields: Record<string, string>): Promise<AxiosResponse> =>
		await http.post('/api/v1/token', fields);
	const byCredentials = async (client_id: string, client_secret: string, scope?: string) => {
		const grant = { grant_type: 'client_credentials', client_id, client_secret };
		const { data } = await token(scope ? { ...grant, scope } : grant);
		return bearer(String(data.access_token));
	};
	return {
		sandbox,
		http,
		plain: client(),
		token,
		asPartner: async () => await byCredentials(DEMO.partnerId, DEMO.partnerSecret, 'client:admin'),
		asRecipient: async (id = DEMO.recipientId, secret = DEMO.recipientSecret) =>
			await byCredentials(id, secret),
		asCustomer: (scopes, more = {}) =>
			bearer(
				sandbox.connect({ recipientId: DEMO.recipientId, ...(scopes ? { scopes } : {}), ...more })
					.accessToken,
			),
		close: async () => await sandbox.close(),
	};
}
