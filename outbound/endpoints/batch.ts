/** One POST: every recipient with every provider. Both lists hold at least one id. */
export interface Batch {
	readonly recipientIds: readonly string[];
	readonly providerIds: readonly string[];
}

/**
 * The ids as one path segment: each percent-encoded alone, the commas between them literal.
 * @throws URIError for an id with half a surrogate pair, which `checkId` refuses beforehand.
 */
export function joinSegment(ids: readonly string[]): string {
	return ids.map(encodeURIComponent).join(',');
}
