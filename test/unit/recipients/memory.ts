import { createClient } from '../../../outbound/http/client';
import type { ApiRequest, Exchange } from '../../../outbound/wire';
import { answered } from '../errors/exchanges';
import { quickRuntime, scripted } from '../client/scripted';

export interface Stored {
	readonly client_id: string;
	readonly name: string;
	redirect_uris: string[];
}

/** What happens instead of the usual answer; with `acts`, Flinks carried the request out all the same. */
export interface Trouble {
	readonly acts: boolean;
	readonly exchange: Exchange;
}

type Hook = (request: ApiRequest, nth: number) => Trouble | undefined;

/** A Flinks that holds recipients, behind the real client. `onRequest` may change them or spoil the answer. */
export function memory(stored: Stored[], onRequest: Hook = () => undefined) {
	const calls: string[] = [];
	const bodies: unknown[] = [];
	function act({ method, path, body }: ApiRequest): Exchange {
		const [, , , , id, secret] = path.split('/');
		const given = new Map<string, unknown>(Object.entries(body ?? {}));
		const uris = given.get('redirect_uris');
		const list = Array.isArray(uris) ? uris.map(String) : [String(uris)];
		if (method === 'GET' && id === undefined) {
			return answered(
				200,
				stored.map(({ client_id, name }) => ({ client_id, name })),
			);
		}
		if (method === 'POST' && secret === undefined) {
			const made = {
				client_id: `dc-${stored.length + 1}`,
				name: String(given.get('name')),
				redirect_uris: list,
			};
			stored.push(made);
			return answered(201, { ...made, client_secret: 's3cret' });
		}
		const own = stored.find(({ client_id }) => client_id === id);
		if (!own) return answered(400, { message: 'unknown' });
		if (method === 'PUT') own.redirect_uris = list;
		return answered(200, { ...own });
	}
	const { session } = scripted([], {
		send: async (request) => {
			calls.push(request.method);
			bodies.push(request.body);
			const trouble = onRequest(request, calls.length);
			const exchange = trouble && !trouble.acts ? trouble.exchange : act(request);
			return await Promise.resolve({ exchange: trouble?.exchange ?? exchange, generation: 0 });
		},
	});
	return { client: createClient(session, quickRuntime({ maxTries: 1 })), calls, bodies, stored };
}
