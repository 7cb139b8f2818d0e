import type { IDataObject } from 'n8n-workflow';

import type { Client } from '../../outbound/http/client';
import type { Outcome } from '../../outbound/outcome';
import { done, failed } from '../../outbound/outcome';
import type { Pair } from '../../outbound/registrations/pairs';
import { registrationRow } from '../../outbound/registrations/rows';
import { waitUntilActive } from '../../outbound/registrations/waitUntilActive';
import { invalid } from '../common/invalid';
import { pairsOf } from '../common/pairsOf';
import type { Parameters } from '../common/parameters';
import type { ItemResult } from '../common/results';

export interface Wait {
	readonly pairs: readonly Pair[];
	readonly waitMs: number;
}

export function readWait(parameters: Parameters, item: number, json: IDataObject): Outcome<Wait> {
	const pairs = pairsOf(parameters, item, json);
	if (pairs.kind === 'failed') return pairs;
	const minutes = Number(parameters.read('waitMinutes', item, 10));
	if (!Number.isFinite(minutes) || minutes <= 0) {
		return failed(
			invalid('Wait at Most (Minutes)', 'it is not a time. Enter more than 0 minutes.'),
		);
	}
	return done({ pairs: pairs.value, waitMs: minutes * 60_000 });
}

/** All items wait together, so the longest wait is the wait of the node. */
export async function waitForAll(
	client: Client,
	asked: ReadonlyArray<Outcome<Wait>>,
	everySeconds: number,
): Promise<ItemResult[]> {
	const startedAt = client.runtime.now();
	const entries = asked.map((item) =>
		item.kind === 'done'
			? { pairs: item.value.pairs, deadline: startedAt + item.value.waitMs }
			: undefined,
	);
	const waiting = entries.filter((entry) => entry !== undefined);
	const settled = await waitUntilActive(client, waiting, Math.max(1, everySeconds) * 1000);
	const now = client.runtime.now();
	let next = 0;
	return asked.map((item) => {
		if (item.kind === 'failed') return item;
		const result = settled[next] ?? done([]);
		next += 1;
		if (result.kind === 'failed') return result;
		return done(result.value.map((row): IDataObject => ({ ...registrationRow(row, now) })));
	});
}
