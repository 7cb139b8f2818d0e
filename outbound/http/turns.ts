import { sleep } from 'n8n-workflow';

/** How long this package may work before n8n gets a turn; with what a step takes on top well below 50 ms. */
const MOST_MS = 15;

/** Tells when n8n's other work has waited long enough, and lets it go on. */
export interface Turns {
	/** True where the event loop has stood still for 15 ms; costs next to nothing, so ask after each row. */
	isDue(): boolean;
	/** Lets the event loop turn. */
	next(): Promise<void>;
}

/**
 * The clock starts with the first question in each turn of the event loop, so that time in which nothing was
 * done does not count. All work of the process shares it: many small pieces in one turn are as long as one.
 * @param now in milliseconds
 * @param turn resolves in a later turn of the event loop
 */
export function createTurns(
	now: () => number = () => Date.now(),
	turn: () => Promise<void> = async () => await sleep(0),
): Turns {
	let current: Promise<void> | undefined;
	let since = 0;

	async function end(): Promise<void> {
		await turn();
		current = undefined;
	}

	function isDue(): boolean {
		if (!current) {
			since = now();
			current = end();
		}
		return now() - since >= MOST_MS;
	}

	return {
		isDue,
		async next() {
			// Of several who wait for the same turn, the first may use all of it.
			while (isDue()) await current;
		},
	};
}

/** Of this process. */
export const turns = createTurns();

/** As `Array.from(inputs, work)`, with turns of the event loop between the pieces of work. */
export async function mapInTurns<I, O>(
	inputs: Iterable<I>,
	work: (input: I) => O,
	clock: Turns = turns,
): Promise<O[]> {
	const made: O[] = [];
	for (const input of inputs) {
		if (clock.isDue()) await clock.next();
		made.push(work(input));
	}
	return made;
}

/** Work that yields after each small step. */
export type Steps<R> = Generator<undefined, R, undefined>;

/** Runs work that yields after each small step to its end, with turns of the event loop between steps. */
export async function inTurns<R>(steps: Steps<R>, clock: Turns = turns): Promise<R> {
	for (let step = steps.next(); ; step = steps.next()) {
		if (step.done === true) return step.value;
		if (clock.isDue()) await clock.next();
	}
}
