import { fixedPlaces, type Places } from './places';

/**
 * How far the work may run ahead of the result that is due. Results that wait for a slow one before
 * them stay in memory, so there is an end to it; up to there a slow one holds back no other work.
 */
const MOST_AHEAD = 1_000;

/**
 * Runs `work` over `inputs`, at most `atOnce` at a time, and yields the results in input order as
 * soon as each is due. `work` must not reject: it returns its failures as values.
 * @param atOnce what is no number of 1 or more counts as 1; a limiter may let more or fewer run meanwhile
 */
export async function* inOrder<I, O>(
	inputs: readonly I[],
	atOnce: Places | number,
	work: (input: I, index: number) => Promise<O>,
	mostAhead: number = MOST_AHEAD,
): AsyncGenerator<O, void, void> {
	const places = typeof atOnce === 'number' ? fixedPlaces(atOnce) : atOnce;
	const waiting = inputs.entries();
	const started: Array<Promise<O>> = [];
	let running = 0;
	let isStopped = false;

	function ahead(): number {
		return Math.max(places.limit, mostAhead);
	}

	function fill(): void {
		while (!isStopped && running < places.limit && started.length < ahead()) {
			const next = waiting.next();
			if (next.done) return;
			const [index, input] = next.value;
			running += 1;
			started.push(run(input, index));
		}
	}

	async function run(input: I, index: number): Promise<O> {
		try {
			return await work(input, index);
		} finally {
			running -= 1;
			fill();
		}
	}

	fill();
	const endFilling = places.onMore(fill);
	try {
		for (let due = started.shift(); due; due = started.shift()) {
			const result = await due;
			fill();
			yield result;
		}
	} finally {
		// A caller that stops early still leaves no work behind that nobody awaits.
		isStopped = true;
		endFilling();
		await Promise.allSettled(started);
	}
}
