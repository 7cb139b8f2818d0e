import type { Batch } from '../../../outbound/endpoints/batch';
import { pairKey, type Pair } from '../../../outbound/registrations/pairs';

/** The pairs of so many recipients (rows) and providers (columns) that are asked for. */
export const grid = (
	height: number,
	width: number,
	asked = (_row: number, _column: number) => true,
) => {
	const pairs: Pair[] = [];
	for (let row = 0; row < height; row += 1) {
		for (let column = 0; column < width; column += 1) {
			if (asked(row, column)) {
				pairs.push({
					recipientId: `dc-${String(row).padStart(25, '0')}`,
					providerId: String(1000 + column),
				});
			}
		}
	}
	return pairs;
};

/** What the batches request, by `pairKey`. */
export const requested = (batches: readonly Batch[]): string[] =>
	batches.flatMap(({ recipientIds, providerIds }) =>
		recipientIds.flatMap((recipient) => providerIds.map((id) => pairKey(recipient, id))),
	);
