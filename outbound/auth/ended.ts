import type { Failure } from '../failure';

/** Flinks' words for a consent that is no more: at its token endpoint, and of its data endpoints. */
const ENDED: ReadonlySet<string> = new Set(['602', 'invalid_grant']);

/**
 * Whether Flinks itself says that the consent has ended. A status alone proves nothing: gateways and
 * firewalls answer 401 and 403 too, and without a status it was the network.
 */
export function saysEnded({ status, code }: Failure): boolean {
	return status !== undefined && code !== undefined && ENDED.has(code);
}

/** The words for operators. What proves nothing is told as what it is. */
export function asEnded(failure: Failure): Failure {
	if (!saysEnded(failure)) return failure.kind === 'connection-lost' ? notProven(failure) : failure;
	return {
		...failure,
		kind: 'connection-lost',
		title: "The connection to the customer's bank has ended",
		remedy:
			'Consent was withdrawn, or the connection was not used for 30 days. Connect again: the customer has to give consent once more.',
	};
}

function notProven(failure: Failure): Failure {
	return {
		...failure,
		kind: 'unexpected-answer',
		title: 'The connection could not be renewed, and it is not known why',
		remedy:
			"The refusal is not one that Flinks documents: a gateway or firewall may have answered in Flinks' place. Nothing says that the customer's consent has ended. Run the workflow again later.",
	};
}
