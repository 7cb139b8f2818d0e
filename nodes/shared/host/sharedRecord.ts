import type { NodeContext } from '../../../outbound/auth/nodeContext';
import type { SharedRecord } from '../../../outbound/connections/spentLinks';

const MOST = 5_000;

/**
 * n8n's record of what was processed: it is in the database, so other workers see it as well. It reads,
 * changes and writes one row, so calls of this run go one after another. n8n has it for `execute` only,
 * and not everywhere; without it what is known in this process must do.
 */
export function sharedRecord({ helpers }: NodeContext): SharedRecord | undefined {
	if (!('checkProcessedAndRecord' in helpers)) return undefined;
	let last: Promise<unknown> = Promise.resolve();
	const options = { mode: 'entries', maxEntries: MOST } as const;

	async function inTurn<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
		const next = last.then(work).catch(() => otherwise);
		last = next;
		return await next;
	}

	return {
		record: async (digest) =>
			await inTurn(async () => {
				const seen = await helpers.checkProcessedAndRecord([digest], 'node', options);
				return seen.new.length > 0;
			}, true),
		forget: async (digest) =>
			await inTurn(async () => await helpers.removeProcessed([digest], 'node', options), undefined),
	};
}
