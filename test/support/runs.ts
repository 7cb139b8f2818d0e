import fc from 'fast-check';

/** How often a property is tried: `many` times, in mutation tests as seldom as all others (`fewerCases`). */
export function runs(many: number): { readonly numRuns: number } {
	const { numRuns: most = many } = fc.readConfigureGlobal();
	return { numRuns: Math.min(many, most) };
}
