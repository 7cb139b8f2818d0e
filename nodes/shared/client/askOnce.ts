/**
 * A question whose answer serves all items of a run that ask the same: it is sent once for each key.
 * `run` is anything that lives as long as the run, such as its client or host; the answers live with it.
 */
export function askOnce<Run extends object, Asked, Answer>(
	keyOf: (asked: Asked) => string,
	ask: (run: Run, asked: Asked) => Promise<Answer>,
): (run: Run, asked: Asked) => Promise<Answer> {
	const runs = new WeakMap<Run, Map<string, Promise<Answer>>>();
	return async (run, asked) => {
		const answers = runs.get(run) ?? new Map<string, Promise<Answer>>();
		runs.set(run, answers);
		const key = keyOf(asked);
		const answer = answers.get(key) ?? ask(run, asked);
		answers.set(key, answer);
		return await answer;
	};
}
