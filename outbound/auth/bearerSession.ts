import type { Runtime } from '../http/runtime';
import type { ApiRequest, Exchange } from '../wire';
import { readAnswer, requestOptions } from './httpExchange';
import { createRenewal } from './renewal';
import type { Session } from '../http/session';
import { exchangeOfThrown } from './exchangeOfThrown';
import type { RequestSender } from './sender';
import type { KnownToken } from './token';

/** A session whose token this package fetches itself; n8n never sees it. */
export function createBearerSession(
	context: RequestSender,
	apiBaseUrl: string,
	runtime: Runtime,
	initial: KnownToken | undefined,
	fetchNext: () => Promise<KnownToken>,
): Session {
	let token = initial;
	const renewal = createRenewal(async () => (token = await fetchNext()), runtime.now);
	if (initial) renewal.learn(initial);

	async function send(request: ApiRequest, bearer: string): Promise<Exchange> {
		const { headers, ...options } = requestOptions(apiBaseUrl, request);
		try {
			const answer: unknown = await context.helpers.httpRequest({
				...options,
				headers: { ...headers, Authorization: `Bearer ${bearer}` },
				...(runtime.signal ? { abortSignal: runtime.signal } : {}),
			});
			return readAnswer(request, answer);
		} catch (error) {
			return exchangeOfThrown(error);
		}
	}

	return {
		apiBaseUrl,
		async ready() {
			if (!token || renewal.isDue()) await renewal.renew(renewal.generation);
			return 'proven';
		},
		async send(request) {
			const { generation } = renewal;
			return { generation, exchange: await send(request, token?.accessToken ?? '') };
		},
		renew: async (generation) => await renewal.renew(generation),
		judge: renewal.judge,
	};
}
