import type { Row } from '../shared/output/row';
import type { AccountReport } from './changeRows';
import { OUTPUTS } from './changeRows';

interface Read {
	/** Sealed states, of accounts read now and of others. */
	readonly states: readonly string[];
	readonly accounts: readonly AccountReport[];
	/** Sentences about accounts that were not read. */
	readonly notes: readonly string[];
}

/** The row to store beside the connection, after the changes are stored. */
export function stateRow({ states, accounts, notes }: Read): Row {
	const total = (key: 'added' | 'changed' | 'removed') =>
		accounts.reduce((sum, account) => sum + account[key], 0);
	const all = [
		...accounts.flatMap(({ accountId, note }) => (note ? `Account ${accountId}: ${note}` : [])),
		...notes,
	];
	return {
		output: OUTPUTS.states,
		json: {
			syncState: states.filter((state) => state !== '').join(' '),
			added: total('added'),
			changed: total('changed'),
			removed: total('removed'),
			startedAgain: accounts.some(({ started }) => started !== null && started !== 'first-time'),
			notes: all.length > 0 ? all.join('\n') : null,
			accounts: [...accounts],
		},
	};
}
