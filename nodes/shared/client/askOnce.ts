import type { Client } from '../../../outbound/http/client';

/**
 * A question whose answer serves all items of a run that ask the same: it is sent once for each key.
 * A client lives for one run, and the answers with it.
 */
export function askOnce<Asked, Answer>(
	keyOf: (asked: Asked) => string,
	ask: (client: Client, asked: Asked) => Promise<Answer>,
): (client: Client, asked: Asked) => Promise<Answer> {
	const runs = new WeakMap<Client, Map<string, Promise<Answer>>>();
	return async (client, asked) => {
		const answers = runs.get(client) ?? new Map<string, Promise<Answer>>();
		runs.set(client, answers);
		const key = keyOf(asked);
		const answer = answers.get(key) ?? ask(client, asked);
		answers.set(key, answer);
		return await answer;
	};
}
