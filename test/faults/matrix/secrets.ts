import { CANARIES, DEMO, type Sandbox } from '../../../sandbox';
import { CONNECTION_KEY } from '../support/credentials';
import type { Ran } from './ran';

/**
 * Secrets that can be read in what a job left behind.
 * @param given those that it is there to give out, such as the secret of a new recipient
 */
export function secretsSeen(
	{ left }: Ran,
	sandbox: Sandbox,
	given: ReadonlySet<string> = new Set(),
): string[] {
	const secrets = [
		...Object.values(CANARIES),
		DEMO.partnerSecret,
		DEMO.recipientSecret,
		CONNECTION_KEY,
		...sandbox.store.tokens.all().map(({ value }) => value),
		...sandbox.store.customers.accountNumbers(),
	];
	return Object.entries(left).flatMap(([place, said]) => {
		const text = [...given].reduce((words, secret) => words.replaceAll(secret, ''), said);
		return secrets
			.filter((secret) => text.includes(secret))
			.map((secret) => `${secret} in ${place}`);
	});
}
