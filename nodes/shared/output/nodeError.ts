import type { INode, JsonObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { describeFailure } from '../../../outbound/errors/describe';
import type { Failure, FailureKind } from '../../../outbound/failure';

/** The words n8n (since 2.37) branches on when it decides whether a run may be tried again. */
function causeOf({ kind, retryAfterMs }: Failure) {
	const causes: Partial<Record<FailureKind, 'credential-invalid' | 'temporarily-unavailable'>> = {
		'connection-lost': 'credential-invalid',
		'credential-refused': 'credential-invalid',
		disconnected: 'temporarily-unavailable',
		'not-connected': 'credential-invalid',
		'temporarily-unavailable': 'temporarily-unavailable',
		unreachable: 'temporarily-unavailable',
	};
	if (kind === 'rate-limited') {
		return { cause: 'rate-limited' as const, ...(retryAfterMs ? { retryAfterMs } : {}) };
	}
	const cause = causes[kind];
	return cause && { cause };
}

/**
 * A fresh error from cleaned fields only: one made from what n8n threw would keep n8n's text, and the
 * bearer in its cause.
 */
export function nodeErrorOf(
	node: INode,
	failure: Failure,
	itemIndex: number,
): NodeApiError | NodeOperationError {
	const { title: message, status } = failure;
	const description = describeFailure(failure);
	const told = causeOf(failure);
	if (status === undefined) {
		return new NodeOperationError(node, message, {
			description,
			itemIndex,
			...(told ? { failure: told } : {}),
		});
	}
	const response: JsonObject = { message };
	return new NodeApiError(node, response, {
		message,
		description,
		httpCode: String(status),
		itemIndex,
		...(told ? { failure: told } : {}),
	});
}
