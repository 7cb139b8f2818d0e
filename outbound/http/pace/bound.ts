import { median } from './median';

/** What a run begins with: so many at once have always been fine. */
export const FIRST_LIMIT = 20;

/** Answers that take up to this much longer than the quickest round are as quick. */
const AS_QUICK = 1.5;
/** The first round of a run that begins with hundreds is a burst, so up to this much longer is as quick. */
const AS_QUICK_AT_FIRST = 3;
/** A half limit that brings the time down to this part shows that the limit was the reason. */
const HELPED = 0.75;
/** As long as nothing was ever slow, a quick round lets so many times more through. */
const LEAP = 3;
/** A round has at least so many answers, so that one or two do not speak for all. */
const FEWEST_ANSWERS = 10;

/** What a bound has come to know, for another to begin with. */
export interface FoundBound {
	readonly limit: number;
	/** Up to here rounds leap; from here they add a little. Infinity where nothing was ever slow. */
	readonly leapsUpTo: number;
	/** The time of the quickest round, in ms. */
	readonly best: number;
}

const NOTHING_FOUND: FoundBound = { limit: FIRST_LIMIT, leapsUpTo: Infinity, best: Infinity };

/**
 * What a refusal says: `news`, that there are too many; `together`, what was known when it came, since it
 * was sent before; `again`, that it is no better although fewer were sent.
 */
export type Refusal = 'news' | 'together' | 'again';

/** How many requests may be in flight, found out from the answers; times are epoch ms. */
export interface Bound {
	readonly limit: number;
	readonly found: FoundBound;
	/** A good answer to a request sent at `sentAt`; `isBusy` while the limit is what holds others back. */
	answered(sentAt: number, now: number, isBusy: boolean): void;
	/** "Too many requests", to one sent at `sentAt`. */
	refused(sentAt: number, now: number): Refusal;
}

/**
 * Additive increase, multiplicative decrease, with the delay as a sign as in TCP Vegas and Netflix's
 * concurrency-limits. A round is as many answers as the limit allows, and its time is their median, so
 * that a few slow customers count for nothing. A round as quick as the best seen raises the limit; a
 * slower one halves it. If the next is no quicker for it, the server is slower by itself: the limit is
 * given back, and that time is the best from then on. Where the first round of all is slower than what
 * was found before, nothing of that holds any more.
 * @param most at least 1
 * @param found what another has found out before
 */
export function createBound(most: number, found: FoundBound = NOTHING_FOUND): Bound {
	let limit = Math.min(found.limit, most);
	let { leapsUpTo, best } = found;
	/** Requests from before the last change say nothing about the limit of now. */
	let changedAt = -Infinity;
	let took: number[] = [];
	let wasBusy = false;
	/** What was found by another has not been seen to hold yet. */
	let isUntried = found !== NOTHING_FOUND;
	/** What was so before a slow round, until the next one shows whether it was the reason. */
	let halved: { readonly from: FoundBound; readonly took: number } | undefined;
	let answersSinceRefusal = 1;

	function change(next: number, now: number): void {
		limit = Math.max(1, Math.min(most, next));
		changedAt = now;
		took = [];
		wasBusy = false;
	}

	function halve(now: number): void {
		leapsUpTo = Math.floor(limit / 2);
		change(leapsUpTo, now);
	}

	/** Whether it was to be given up because the server is another than it was. */
	function forget(): boolean {
		if (!isUntried) return false;
		isUntried = false;
		({ leapsUpTo, best } = NOTHING_FOUND);
		limit = Math.min(NOTHING_FOUND.limit, most);
		return true;
	}

	function slowDown(time: number, now: number): void {
		if (forget()) change(limit, now);
		else {
			halved = { from: { limit, leapsUpTo, best }, took: time };
			halve(now);
		}
		// What is sent while the server still works off the line tells nothing of the lower limit.
		changedAt = now + time;
	}

	function judge(time: number, now: number): void {
		const before = halved;
		halved = undefined;
		if (before && time > before.took * HELPED) {
			best = time;
			leapsUpTo = Infinity;
			return change(before.from.limit, now);
		}
		if (time > best * (isUntried ? AS_QUICK_AT_FIRST : AS_QUICK)) return slowDown(time, now);
		const isAsQuick = time <= best * AS_QUICK;
		isUntried = false;
		best = Math.min(best, time);
		const more = limit < leapsUpTo ? limit * LEAP : limit + Math.ceil(Math.sqrt(limit));
		change(wasBusy && isAsQuick ? more : limit, now);
	}

	return {
		get limit() {
			return limit;
		},
		get found() {
			return halved?.from ?? { limit, leapsUpTo, best };
		},
		answered(sentAt, now, isBusy) {
			answersSinceRefusal += 1;
			if (sentAt < changedAt) return;
			took.push(now - sentAt);
			wasBusy ||= isBusy;
			if (took.length >= Math.max(FEWEST_ANSWERS, limit)) judge(median(took), now);
		},
		refused(sentAt, now) {
			if (sentAt < changedAt) return 'together';
			if (answersSinceRefusal === 0) return 'again';
			answersSinceRefusal = 0;
			halved = undefined;
			forget();
			halve(now);
			return 'news';
		},
	};
}
