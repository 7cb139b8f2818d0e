/** Something an operator should know of a run, beside its changes. */
export interface Note {
	readonly kind: 'removals-held' | 'unreadable-rows' | 'pending-left-window';
	readonly count: number;
	/** What happened. Then what to do. */
	readonly text: string;
}

export type HeldBecause = 'empty' | 'unsettled' | 'unreadable';

const WHY_HELD: Readonly<Record<HeldBecause, string>> = {
	empty:
		'The bank listed no transaction at all, which it also does when something is wrong. They are reported as removed if it lists none again in the next run.',
	unsettled:
		'The list changed each time it was read, so it may not have been whole. They are looked for again in the next run.',
	unreadable:
		'Some rows of the list could not be read and may be these. They are looked for again in the next run.',
};

export function removalsHeld(because: HeldBecause, count: number): Note {
	const text = `${counted(count)} not listed any more, but not reported as removed. ${WHY_HELD[because]}`;
	return { kind: 'removals-held', count, text };
}

export function unreadableRows(count: number): Note {
	const rows = count === 1 ? '1 row of the list holds' : `${count} rows of the list hold`;
	return {
		kind: 'unreadable-rows',
		count,
		text: `${rows} no transaction in a form that Flinks documents, so they are in no result. Look at them with Transaction: Get Many and Simplify off, and tell Flinks support.`,
	};
}

export function pendingLeftWindow(count: number): Note {
	return {
		kind: 'pending-left-window',
		count,
		text: `${counted(count)} pending for longer than the window reaches and not listed any more. What became of them is not known. Delete them by their syncId if you keep pending transactions.`,
	};
}

const counted = (count: number) => (count === 1 ? '1 transaction is' : `${count} transactions are`);
