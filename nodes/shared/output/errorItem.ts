import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import * as host from 'n8n-workflow';

import { describeFailure } from '../../../outbound/errors/describe';
import type { Failure } from '../../../outbound/failure';

/**
 * n8n moves an item with the key `details` to the error output since 2.36; before, any key besides
 * `error` and `message` keeps it in the success output. This export of n8n-workflow is as old as 2.36.
 */
const hostKnowsDetails = 'redactedHeaders' in host;

/** The json of an item that ended with a failure, for both Continue On Fail modes. */
export function errorJson(context: IExecuteFunctions, failure: Failure, item: number): IDataObject {
	const { kind, status, code, text, correlationId, traceId, retryAfterMs, ambiguous } = failure;
	const error = failure.title;
	const message = describeFailure(failure);
	const hasErrorOutput = context.getNode().onError === 'continueErrorOutput';
	if (hasErrorOutput && !hostKnowsDetails) return { error, message: `${message}\nKind: ${kind}.` };
	const details = {
		kind,
		item,
		status,
		code,
		text,
		correlationId,
		traceId,
		retryAfterMs,
		ambiguous,
	};
	return {
		error,
		message,
		details: Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined)),
	};
}
