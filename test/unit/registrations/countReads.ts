/** Copies of the rows that count every field read of any of them: steps, which no busy machine changes. */
export function countReads<R extends object>(rows: readonly R[]) {
	let reads = 0;
	const counting: ProxyHandler<R> = {
		get: (target, key): unknown => {
			reads += 1;
			return Reflect.get(target, key);
		},
	};
	return {
		rows: rows.map((row) => new Proxy(row, counting)),
		get perRow() {
			return reads / rows.length;
		},
	};
}
