import type { IHttpRequestOptions } from 'n8n-workflow';

import type { Runtime } from '../http/runtime';
import type { ApiRequest, Exchange } from '../wire';
import { requestOptions } from './httpExchange';
import { createRenewal } from './renewal';
import type { Session } from '../http/session';
import type { RequestSender } from './sender';
import { sendOnce } from './sendOnce';
import type { KnownToken } from './token';

/** A session whose token this package fetches itself; n8n never sees it. */
export function createBearerSession(
	context: RequestSender,
	apiBaseUrl: string,
	runtime: Runtime,
	initial: KnownToken | undefined,
	fetchNext: () => Promise<KnownToken>,
	secrets: () => readonly string[] = () => [],
): Session {
	let token = initial;
	const helper = async (options: IHttpRequestOptions): Promise<unknown> =>
		await context.helpers.httpRequest(options);
	const renewal = createRenewal(async () => (token = await fetchNext()), runtime.now);
	if (initial) renewal.learn(initial);

	async function send(request: ApiRequest, bearer: string, msLeft: number): Promise<Exchange> {
		const authorization = { Authorization: `Bearer ${bearer}` };
		const options = requestOptions(apiBaseUrl, request, authorization);
		return await sendOnce(context, request, options, { runtime, msLeft }, helper);
	}

	return {
		apiBaseUrl,
		async ready() {
			if (!token || renewal.isDue()) await renewal.renew(renewal.generation);
			return 'proven';
		},
		async send(request, msLeft) {
			const { generation } = renewal;
			return { generation, exchange: await send(request, token?.accessToken ?? '', msLeft) };
		},
		renew: async (generation) => await renewal.renew(generation),
		judge: renewal.judge,
		secrets: () => (token ? [token.accessToken, ...secrets()] : secrets()),
	};
}
