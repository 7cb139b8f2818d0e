import type { ItemInput } from '../input/itemInput';

/** One item that passed every check, with what was read of it. */
export interface Asked<Ready> {
	readonly item: ItemInput;
	readonly job: Ready;
}
