import type { Client } from '../../../outbound/http/client';
import { createClient } from '../../../outbound/http/client';
import type { Pair } from '../../../outbound/registrations/pairs';
import { pairKey } from '../../../outbound/registrations/pairs';
import type { Registration } from '../../../outbound/model/types';
import type { Runtime } from '../../../outbound/http/runtime';
import type { ApiRequest, Exchange } from '../../../outbound/wire';
import { quickRuntime, scripted } from '../client/scripted';
import { answered } from '../errors/exchanges';

/** What may become of one request: nothing, an answer before or after the work is done, or silence. */
export type Trouble =
	| { readonly acts: boolean; readonly exchange: Exchange }
	| { readonly then: () => void }
	| undefined;

export interface Memory {
	readonly client: Client;
	/** The registrations and how often each was requested, by `pairKey`. */
	readonly requested: ReadonlyMap<string, number>;
	/** `METHOD path`, oldest first. */
	readonly calls: readonly string[];
	setStatus(pair: Pair, status: string): void;
}

const REQUESTS = '/api/v1/recipients/providers/requests';

/** Registrations kept in memory, behind the real client; `trouble` is asked before each request. */
export function memory(
	seeded: readonly Pair[],
	trouble: (request: ApiRequest, call: number) => Trouble = () => undefined,
	changes: Partial<Runtime> = {},
	recipients: readonly string[] = seeded.map(({ recipientId }) => recipientId),
	providers: readonly number[] = [],
): Memory {
	const rows = new Map<string, Registration>();
	const requested = new Map<string, number>();
	const calls: string[] = [];
	for (const pair of seeded) rows.set(keyOf(pair), rowOf(pair));

	function act({ method, path }: ApiRequest): Exchange {
		if (method === 'POST') {
			const [recipientIds = '', providerIds = ''] = path.split('/').slice(-2);
			for (const recipientId of idsIn(recipientIds)) {
				for (const providerId of idsIn(providerIds)) {
					const key = keyOf({ recipientId, providerId });
					requested.set(key, (requested.get(key) ?? 0) + 1);
					rows.set(key, rows.get(key) ?? rowOf({ recipientId, providerId }));
				}
			}
			return answered(200, '');
		}
		if (path === '/api/v1/recipients') {
			return answered(
				200,
				recipients.map((client_id) => ({ client_id })),
			);
		}
		if (path === '/api/v1/providers') {
			return answered(
				200,
				providers.map((provider_id) => ({ provider_id, name: `Bank ${provider_id}` })),
			);
		}
		const all = [...rows.values()];
		const own = decodeURIComponent(path.split('/')[4] ?? '');
		return answered(200, path === REQUESTS ? all : all.filter((row) => row.client_id === own));
	}

	const { session } = scripted([], {
		send: async (request) => {
			calls.push(`${request.method} ${request.path}`);
			const met = trouble(request, calls.length);
			if (met && 'exchange' in met) {
				if (met.acts) act(request);
				return await Promise.resolve({ generation: 0, exchange: met.exchange });
			}
			const exchange = act(request);
			met?.then();
			return { generation: 0, exchange };
		},
		renew: async () => await Promise.resolve(false),
	});
	return {
		client: createClient(session, quickRuntime(changes)),
		requested,
		calls,
		setStatus: (pair, status) =>
			void rows.set(keyOf(pair), { ...rowOf(pair), registration_status: status }),
	};
}

export const pair = (recipientId: string, providerId: number | string): Pair => ({
	recipientId,
	providerId: String(providerId),
});

export const keyOf = ({ recipientId, providerId }: Pair): string =>
	pairKey(recipientId, providerId);

const idsIn = (segment: string): string[] => segment.split(',').map(decodeURIComponent);

function rowOf({ recipientId, providerId }: Pair): Registration {
	return {
		client_id: recipientId,
		provider_id: /^\d+$/.test(providerId) ? Number(providerId) : providerId,
		registration_status: 'PENDING_APPROVAL',
		requested_on: '2026-11-01T00:00:00.0000000Z',
	};
}
