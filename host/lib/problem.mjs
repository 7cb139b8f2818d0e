/** Something a person can put right: `what` happened, and the `remedy`. Printed without a stack trace. */
export class HostProblem extends Error {
	constructor(what, remedy) {
		super(what);
		this.name = 'HostProblem';
		this.remedy = remedy;
	}
}

/** @returns {string} the text to print for any failure; only unforeseen ones show where they came from. */
export function describeProblem(error) {
	if (error instanceof HostProblem) return `${error.message}\n${error.remedy}`;
	return [
		'Something unforeseen went wrong.',
		error instanceof Error ? (error.stack ?? error.message) : String(error),
		'Try once more with a clean state: npm start -- --reset',
	].join('\n');
}
