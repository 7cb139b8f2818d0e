/**
 * Runs `work` over `inputs`, at most `atOnce` at a time, and yields the results in input order as
 * soon as each is due. No more than `atOnce` results wait for their turn, so memory stays flat
 * whatever the number of inputs. `work` must not reject: it returns its failures as values.
 */
export async function* inOrder<I, O>(
	inputs: readonly I[],
	atOnce: number,
	work: (input: I, index: number) => Promise<O>,
): AsyncGenerator<O, void, void> {
	const started: Array<Promise<O>> = [];
	let next = 0;
	const start = (): void => {
		const input = inputs[next];
		if (next >= inputs.length || input === undefined) return;
		started.push(work(input, next));
		next += 1;
	};
	while (started.length < atOnce && next < inputs.length) start();
	for (let due = started.shift(); due; due = started.shift()) {
		const result = await due;
		start();
		yield result;
	}
}
