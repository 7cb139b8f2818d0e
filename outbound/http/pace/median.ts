/** The middle of some numbers, the upper one of two; they are put in order in their place. */
export function median(numbers: number[]): number {
	numbers.sort((a, b) => a - b);
	return numbers[Math.floor(numbers.length / 2)] ?? 0;
}
