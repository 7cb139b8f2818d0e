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
	const waiting = inputs.entries();
	const start = (): void => {
		const next = waiting.next();
		if (!next.done) started.push(work(next.value[1], next.value[0]));
	};
	for (let place = 0; place < atOnce; place += 1) start();
	try {
		for (let due = started.shift(); due; due = started.shift()) {
			const result = await due;
			start();
			yield result;
		}
	} finally {
		// A caller that stops early still leaves no work behind that nobody awaits.
		await Promise.allSettled(started);
	}
}
