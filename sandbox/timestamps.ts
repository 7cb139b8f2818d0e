/** ISO 8601 with seven fractional digits, as in the documented samples: `2024-02-29T14:24:42.6009460Z`. */
export function sevenDigits(instant: number): string {
	const ticks = String(Math.imul(instant % 2 ** 31, 7919) >>> 0)
		.slice(-4)
		.padStart(4, '0');
	return new Date(instant).toISOString().replace('Z', `${ticks}Z`);
}

/** `YYYY-MM-DD` in UTC. */
export function day(instant: number): string {
	return new Date(instant).toISOString().slice(0, 10);
}

export const DAY_MS = 86_400_000;
