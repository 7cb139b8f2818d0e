/** What ends every try and every operation, so that no answer can keep a node busy for ever. */
export interface Bounds {
	/** One try, from sending to the last byte, in ms. */
	readonly tryMs: number;
	/** The same for a file. */
	readonly fileMs: number;
	/** All tries and waits of one request, in ms: five minutes is the life of one Flinks token. */
	readonly requestMs: number;
	/** All pages of one list, in ms. */
	readonly listMs: number;
	/** The most bytes of an answer, after decompression: some 200,000 registrations. */
	readonly answerBytes: number;
	/** The most bytes of an answer that is an error; what follows is not read. */
	readonly errorBytes: number;
	readonly fileBytes: number;
	readonly pages: number;
	/** Pages without a row that may follow each other. */
	readonly emptyPages: number;
	readonly rows: number;
	/** Requests that look whether an outage is over, before it is given up. */
	readonly probes: number;
}

const MINUTE = 60_000;
const MIB = 1024 * 1024;

export const BOUNDS: Bounds = {
	tryMs: 1.5 * MINUTE,
	fileMs: 10 * MINUTE,
	requestMs: 5 * MINUTE,
	listMs: 30 * MINUTE,
	answerBytes: 64 * MIB,
	errorBytes: MIB / 4,
	fileBytes: 512 * MIB,
	pages: 10_000,
	emptyPages: 20,
	rows: 1_000_000,
	// Half a minute on average: longer than a restart, shorter than a person's patience.
	probes: 12,
};

/** For a list in the editor: a person waits. */
export const EDITOR_BOUNDS: Bounds = {
	...BOUNDS,
	tryMs: MINUTE / 2,
	requestMs: MINUTE / 2,
	listMs: MINUTE,
	pages: 200,
	probes: 0,
};
