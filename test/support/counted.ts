import type { Steps } from '../../outbound/http/turns';

/** The result, and how often n8n could have had a turn. */
export function counted<R>(steps: Steps<R>): { result: R; turns: number } {
	let turns = 0;
	let step = steps.next();
	for (; step.done !== true; step = steps.next()) turns += 1;
	return { result: step.value, turns };
}
