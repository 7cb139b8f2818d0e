interface Known {
	readonly statementId: string | null;
	readonly date: string | null;
	readonly fileName: string | null;
	readonly fileType: string | null;
	readonly fileSize: string | null;
	/** The other host that had the file. */
	readonly keptAt: string | null;
	/** Why there is no file. */
	readonly note: string | null;
}

const NOTHING: Known = {
	statementId: null,
	date: null,
	fileName: null,
	fileType: null,
	fileSize: null,
	keptAt: null,
	note: null,
};

/** One row beside a statement's file or instead of it: the same keys, null where nothing is known or it does not apply. */
export function downloadRow(accountId: string | null, known: Partial<Known>) {
	return { ...NOTHING, ...known, accountId };
}
