/** Milliseconds since 1970. Real time goes on passing; `advance` and `set` shift it for everything. */
export interface Clock {
	now(): number;
	advance(ms: number): void;
	set(instant: number): void;
}

/** A clock that starts at `startAt` (default: the machine's time) and runs at real speed. */
export function createClock(startAt?: number): Clock {
	let offset = startAt === undefined ? 0 : startAt - Date.now();
	return {
		now: () => Date.now() + offset,
		advance: (ms) => {
			offset += ms;
		},
		set: (instant) => {
			offset = instant - Date.now();
		},
	};
}
