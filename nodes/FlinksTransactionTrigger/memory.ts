import type { Day } from '../../outbound/transactions/day';

/** The sync state of each account, by its ID. */
export type States = Readonly<Record<string, string>>;

/** What the trigger remembers. */
export interface TriggerMemory {
	/** The day of the first look. */
	readonly began: Day;
	readonly accounts: States;
	/** States after what was given out last, until it is known that n8n has it. */
	readonly given: States;
}

const VERSION = 1;

export function memoryAsText({ began, accounts, given }: TriggerMemory): string {
	return JSON.stringify({ version: VERSION, began, accounts, given });
}

/** What `memoryAsText` was given; undefined for anything else, also for another version. */
export function memoryIn(text: string): TriggerMemory | undefined {
	const data = parsed(text);
	const { version, began, accounts, given } = data;
	if (version !== VERSION || typeof began !== 'number') return undefined;
	const states = { accounts: statesIn(accounts), given: statesIn(given) };
	if (!states.accounts || !states.given) return undefined;
	return { began, accounts: states.accounts, given: states.given };
}

function parsed(text: string): Readonly<Record<string, unknown>> {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' && value !== null ? { ...value } : {};
	} catch {
		return {};
	}
}

function statesIn(value: unknown): States | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	const entries = Object.entries(value);
	const texts = entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string');
	return texts.length === entries.length ? Object.fromEntries(texts) : undefined;
}
