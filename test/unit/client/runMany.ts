import { BOUNDS } from '../../../outbound/http/bounds';
import { createClient } from '../../../outbound/http/client';
import { inOrder } from '../../../outbound/http/inOrder';
import type { KnownPace } from '../../../outbound/http/pace/known';
import { createRuntime } from '../../../outbound/http/runtime';
import type { Failure } from '../../../outbound/failure';
import { outcomeOf } from '../../../outbound/outcome';
import { clocked } from '../../support/clocked';
import { request } from '../errors/exchanges';
import { scripted } from './scripted';
import { watched, type Server } from './servers';

const get = request('fdx');

/**
 * So many items, `pages` requests each, on jest's clock, as a node asks them.
 * @param bound *Requests at Once*
 * @param known what runs before it have found out
 */
export async function runMany(
	server: Server,
	items: number,
	pages = 1,
	bound?: number,
	known?: KnownPace,
) {
	const { server: counted, seen } = watched(server);
	const { session } = scripted([], {
		send: async () => ({ exchange: await counted(), generation: 0 }),
	});
	const runtime = createRuntime({ bounds: BOUNDS, ...(bound === undefined ? {} : { bound }) });
	if (known) runtime.limiter.keepTo(known);
	const client = createClient(session, runtime);
	const work = async () =>
		await outcomeOf(async () => {
			for (let page = 0; page < pages; page += 1) await client.send(get);
		});
	const { value: failures, ms } = await clocked(async () => {
		const failed: Failure[] = [];
		const all = Array.from({ length: items }, (_, index) => index);
		for await (const end of inOrder(all, runtime.limiter, work)) {
			if (end.kind === 'failed') failed.push(end.failure);
		}
		return failed;
	});
	return { seen, failures, ms, limit: runtime.limiter.limit };
}
