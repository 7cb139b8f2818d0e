/** Asked pairs by position: for each recipient (row) its providers (columns), ascending. */
export type Cells = readonly (readonly number[])[];

/** Every row with every column. Positions are ascending. */
export interface Rectangle {
	readonly rows: readonly number[];
	readonly columns: readonly number[];
}

/** How many POSTs a rectangle takes. */
export type Cost = (rectangle: Rectangle) => number;

/** Cells in which equal rows, and then equal columns, have become one. */
export interface Compressed {
	/** For each row left, the rows that it stands for; likewise for columns. */
	readonly rows: readonly (readonly number[])[];
	readonly columns: readonly (readonly number[])[];
	readonly cells: Cells;
}

/** Groups positions whose lists are equal, without the empty ones; keeps the order of appearance. */
export function groupAlike(lists: Cells): number[][] {
	const groups = new Map<string, number[]>();
	lists.forEach((list, position) => {
		if (list.length === 0) return;
		const key = list.join();
		const group = groups.get(key);
		if (group) group.push(position);
		else groups.set(key, [position]);
	});
	return [...groups.values()];
}

/** For each column its rows, ascending. */
export function transpose(cells: Cells, width: number): number[][] {
	const turned: number[][] = Array.from({ length: width }, () => []);
	cells.forEach((columns, row) => columns.forEach((column) => turned[column]?.push(row)));
	return turned;
}

/** Makes one row of equal rows and one column of equal columns; time grows with the cells. */
export function compress(cells: Cells, width: number): Compressed {
	const rows = groupAlike(cells);
	const columns = groupAlike(transpose(cells, width));
	const numberOf = new Map(columns.map((members, column) => [members[0], column]));
	return {
		rows,
		columns,
		cells: rows.map(([first = 0]) =>
			(cells[first] ?? []).flatMap((column) => numberOf.get(column) ?? []),
		),
	};
}

/** The original positions that the given compressed ones stand for, ascending. */
export function expand(groups: Cells, positions: readonly number[]): readonly number[] {
	const [only = -1] = positions;
	if (positions.length === 1) return groups[only] ?? [];
	return positions.flatMap((position) => groups[position] ?? []).sort((a, b) => a - b);
}

/** The cells that are left when a rectangle is taken out. */
export function without(cells: Cells, { rows, columns }: Rectangle): Cells {
	const taken = new Set(columns);
	const inside = new Set(rows);
	return cells.map((list, row) =>
		inside.has(row) ? list.filter((column) => !taken.has(column)) : list,
	);
}
