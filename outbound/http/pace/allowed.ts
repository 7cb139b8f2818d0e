import { DEFAULT_DELAYS } from '../retry/delay';
import { createRecent } from './recent';
import { createSlots, type Slots } from './slots';

/** What is kept below the rate at which Flinks refused, at first and then for long: timers are not exact. */
const FIRST_MARGIN = 0.05;
const MARGIN = 0.015;
/** When the first margin has shrunk to the other; as long after that it is gone, and then ever faster. */
const BACK_AFTER_MS = 20_000;
const SECOND = 1_000;
/** So long without a request that might have gone is a pause, and no late timer. */
const PAUSE_MS = 250;
/** One in a minute: slower than that is what `Retry-After` is for. */
const SLOWEST = 1 / 60;
/** So many answers tell a pace; fewer may be all that was asked for. */
const TELLING = 10;
/** Without a request for longer than any pause that is waited for, nothing is held to be known. */
const KNOWN_FOR_MS = DEFAULT_DELAYS.retryAfterCapMs + 60_000;
/** What a late timer costs is made up for, but never so much that requests bunch. */
const CATCH_UP_MS = 10;

/** The pace that Flinks was seen to allow; none until it refuses for the first time. Times are epoch ms. */
export interface AllowedPace {
	readonly nextAt: Slots['nextAt'];
	started(now: number): void;
	answered(sentAt: number): void;
	/** Called once for refusals that belong together, with when the one that came back first was sent. */
	refused(sentAt: number, now: number): void;
	/** Requests per second; Infinity until it is known. */
	perSecond(now: number): number;
}

/** When it was sent, and the pace of then. */
interface Refused {
	readonly sentAt: number;
	readonly paced: number;
	/** Less than a second after a pause: what was answered until then is no rate. */
	readonly isEarly: boolean;
}

/**
 * What was answered of the second before a refused request is what Flinks allows in one. The pace begins
 * a little below, comes back to it, stays near it for long, and then looks for more, ever faster: the
 * cubic curve of TCP CUBIC (RFC 9438, section 4.2).
 */
export function createAllowedPace(): AllowedPace {
	const slots = createSlots(CATCH_UP_MS);
	const answers = createRecent();
	let refusedAtPace = Infinity;
	/** When requests went again; the time before is the pause that Flinks asked for. */
	let since: number | undefined;
	/** When requests went again after a pause of any kind, at a pace. */
	let resumedAt = -Infinity;
	let last: Refused | undefined;
	let refusedAt = -Infinity;

	/** Only time in which requests go counts on the way to more: when none go, nothing is refused either. */
	function leaveOutPause(now: number): void {
		const unusedMs = now - Math.max(slots.nextAt, refusedAt);
		if (unusedMs > KNOWN_FOR_MS) refusedAtPace = Infinity;
		else if (unusedMs > PAUSE_MS && since !== undefined) {
			since += unusedMs;
			resumedAt = now;
		}
	}

	function perSecond(now: number): number {
		const curve = (now - (since ?? now)) / BACK_AFTER_MS - 1;
		return refusedAtPace * (1 - MARGIN + (FIRST_MARGIN - MARGIN) * curve ** 3);
	}

	function learn({ sentAt, paced, isEarly }: Refused): void {
		if (isEarly) {
			refusedAtPace = Math.max(SLOWEST, paced / 2);
			return;
		}
		const seen = answers.between(sentAt - SECOND, sentAt);
		if (paced === Infinity && seen < TELLING) return;
		const allowed = seen > 0 ? Math.min(seen, paced) : paced / 2;
		refusedAtPace = Math.max(SLOWEST, allowed);
	}

	return {
		get nextAt() {
			return slots.nextAt;
		},
		started(now) {
			if (refusedAtPace !== Infinity) leaveOutPause(now);
			if (refusedAtPace === Infinity) return;
			if (since === undefined) since = resumedAt = now;
			slots.take(now, SECOND / perSecond(now));
		},
		answered(sentAt) {
			answers.add(sentAt);
			// A refusal comes back quickly: what was in flight beside it counts as well.
			if (last && !last.isEarly && sentAt <= last.sentAt && sentAt > last.sentAt - SECOND)
				learn(last);
		},
		refused(sentAt, now) {
			// Two runs that were refused together say the same.
			if (sentAt < refusedAt) return;
			refusedAt = now;
			const isEarly = sentAt - resumedAt < SECOND;
			// Somebody else may have used up what is allowed in this second; two in a row are meant for us.
			const isExcused = isEarly && last?.isEarly !== true;
			last = { sentAt, paced: perSecond(now), isEarly };
			since = undefined;
			if (!isExcused) learn(last);
		},
		perSecond,
	};
}
