/** How much may run at once; it can change meanwhile. */
export interface Places {
	readonly limit: number;
	/** Calls `fill` whenever more may run than before. @returns ends that */
	onMore(fill: () => void): () => void;
}

/** A number of places that stays; whatever is no number of 1 or more is one place. */
export function fixedPlaces(count: number): Places {
	const limit = count >= 1 ? Math.floor(count) : 1;
	return { limit, onMore: () => () => {} };
}
