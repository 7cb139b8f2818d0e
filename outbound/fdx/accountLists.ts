/** Characters of one list of IDs in an address; common servers accept 8,000 in all, old proxies 2,000. */
const MOST = 1_500;
/** A comma takes three characters where it is encoded. */
const COMMA = 3;

/** Whether an ID can stand in a list: a comma in it would make it two. */
export function canBeListed(id: string): boolean {
	return !id.includes(',') && sizeOf(id) <= MOST;
}

function sizeOf(id: string): number {
	return encodeURIComponent(id).length + COMMA;
}

/**
 * Splits `parts` into lists, in their order, such that the IDs of each list fit into one address. The IDs
 * of one part stay together; a part that does not fit stands alone.
 */
export function listsOf<Part>(
	parts: readonly Part[],
	idsOf: (part: Part) => readonly string[],
): Part[][] {
	const lists: Part[][] = [];
	let known = new Set<string>();
	let size = Infinity;
	for (const part of parts) {
		const added = idsOf(part).filter((id) => !known.has(id));
		const more = added.reduce((sum, id) => sum + sizeOf(id), 0);
		const last = lists.at(-1);
		if (last && size + more <= MOST) {
			last.push(part);
			size += more;
			for (const id of added) known.add(id);
			continue;
		}
		lists.push([part]);
		known = new Set(idsOf(part));
		size = [...known].reduce((sum, id) => sum + sizeOf(id), 0);
	}
	return lists;
}
