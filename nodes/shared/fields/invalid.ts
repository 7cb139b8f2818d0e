import type { Failure } from '../../../outbound/failure';

/**
 * Wrong input, found before anything was sent.
 * @param problem one sentence that says what is wrong, and more that say what to do
 */
export function invalid(field: string, problem: string): Failure {
	const [what = problem, ...rest] = problem.split(/(?<=[.!?])\s+/);
	return {
		kind: 'invalid-input',
		title: `'${field}' cannot be used: ${lowerFirst(what.replace(/\.$/, ''))}`,
		remedy: rest.join(' ') || `Correct '${field}' and run the node again. Nothing was sent.`,
	};
}

function lowerFirst(text: string): string {
	return text.replace(/^[A-Z](?=[a-z ])/, (letter) => letter.toLowerCase());
}

/** n8n adds "Custom API Call" to the operations of nodes with an OAuth2 credential; it runs elsewhere. */
export function unknownOperation(operation: string): Failure {
	return {
		kind: 'invalid-input',
		title: `This node has no operation "${operation}"`,
		remedy: 'Pick one of the operations in the list. For other calls use the HTTP Request node.',
	};
}
