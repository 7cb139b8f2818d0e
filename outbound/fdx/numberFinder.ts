/** Where a text holds a number: from its first character up to, not including, `end`. */
export interface Found {
	readonly start: number;
	readonly end: number;
	readonly number: string;
}

export interface NumberFinder {
	/** The places in order, none overlapping; of several at one place the longest. */
	find(text: string): Found[];
	/** Steps taken since the finder was made, which grow with what it reads and nothing else. */
	readonly steps: number;
}

interface State {
	readonly next: Map<string, State>;
	/** The state of the longest end of what was read that begins another number. */
	fallback: State | undefined;
	/** The longest number that ends here. */
	number: string | undefined;
}

const newState = (): State => ({ next: new Map(), fallback: undefined, number: undefined });

/** What people put between the groups of a number. */
const SEPARATOR = /[\s.\-/_\u2010-\u2015]/;

/** A number as it is compared: without separators, in capitals. */
export function plainNumber(value: string): string {
	return [...value]
		.filter((character) => !SEPARATOR.test(character))
		.join('')
		.toUpperCase();
}

/**
 * Finds any of many numbers in texts, also where they are grouped in another way ("1234 5678",
 * "12-3456-78"). After Aho and Corasick: each text is read once, however many numbers there are.
 * @param numbers as `plainNumber` gives them, none empty
 */
export function createNumberFinder(numbers: Iterable<string>): NumberFinder {
	let steps = 0;
	const root = newState();
	for (const number of numbers) {
		let state = root;
		for (const character of number) {
			const next = state.next.get(character) ?? newState();
			state.next.set(character, next);
			state = next;
			steps += 1;
		}
		state.number = number;
	}
	link(root);

	function step(from: State, character: string): State {
		let state: State | undefined = from;
		while (state) {
			steps += 1;
			const next = state.next.get(character);
			if (next) return next;
			state = state.fallback;
		}
		return root;
	}

	return {
		find(text) {
			const found: Found[] = [];
			if (root.next.size === 0) return found;
			// Where each character since the last separator-free beginning stands in the text.
			const places: number[] = [];
			let state = root;
			for (let at = 0; at < text.length; at += 1) {
				const character = text.charAt(at);
				if (SEPARATOR.test(character)) {
					steps += 1;
					continue;
				}
				places.push(at);
				state = step(state, character.toUpperCase());
				const { number } = state;
				if (number === undefined) continue;
				const start = places[places.length - number.length] ?? 0;
				// A later end covers what it overlaps.
				while ((found.at(-1)?.start ?? -1) >= start) found.pop();
				const before = found.at(-1);
				const from = before && before.end > start ? before.end : start;
				found.push({ start: from, end: at + 1, number });
			}
			return found;
		},
		get steps() {
			return steps;
		},
	};
}

/** Sets where to go on when a number breaks off, level by level. */
function link(root: State): void {
	let level = [root];
	while (level.length > 0) {
		const below: State[] = [];
		for (const state of level) {
			for (const [character, next] of state.next) {
				let fallback = state.fallback;
				while (fallback && !fallback.next.has(character)) fallback = fallback.fallback;
				next.fallback = fallback?.next.get(character) ?? root;
				next.number ??= next.fallback.number;
				below.push(next);
			}
		}
		level = below;
	}
}
