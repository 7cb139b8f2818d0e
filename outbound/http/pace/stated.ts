import { createBoundedMap } from '../../model/boundedMap';
import { createSlots, type Slots } from './slots';

/** A pace that an operator states; everything in this process that has the same key keeps to it together. */
export interface StatedPace {
	readonly nextAt: number;
	/** A request starts; times are epoch ms. */
	started(now: number): void;
}

/** More clients than one n8n has in use at once; the one used longest ago makes room. */
const MOST = 1_000;

const known = createBoundedMap<Slots>(MOST);

/**
 * @param key whose requests are counted together
 * @param perSecond above 0
 */
export function statedPace(key: string, perSecond: number): StatedPace {
	const slots = known.get(key) ?? createSlots();
	known.set(key, slots);
	return {
		get nextAt() {
			return slots.nextAt;
		},
		started: (now) => slots.take(now, 1_000 / perSecond),
	};
}
