import type { SandboxSettings } from '../settings';
import type { Place } from './cursor';

interface Cut<T> {
	readonly items: readonly T[];
	/** Nothing on the last page. */
	readonly next: Place | undefined;
}

/** The rows of one page and where the next one begins, by whatever way of paging is switched on. */
export function cut<T>(
	{ cursors, emptyPages }: Pick<SandboxSettings, 'cursors' | 'emptyPages'>,
	all: readonly T[],
	limit: number,
	place: Place,
): Cut<T> {
	const { position, step } = place;
	if (cursors === 'endless rows') {
		const start = all.length === 0 ? 0 : position % all.length;
		const next = { position: start + limit, step: step + 1 };
		return { items: all.slice(start, start + limit), next };
	}
	const past = position >= all.length && position > 0;
	if (position > 0 && !past && step < emptyPages) {
		return { items: [], next: { position, step: step + 1 } };
	}
	const end = position + limit;
	const items = all.slice(position, end);
	if (cursors === 'repeated') return { items, next: { position: limit, step: 0 } };
	if (end < all.length) return { items, next: { position: end, step: 0 } };
	if (cursors === 'usual') return { items, next: undefined };
	return { items, next: { position: Math.max(all.length, 1), step: step + 1 } };
}
