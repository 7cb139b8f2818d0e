import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { describeFailure } from '../../outbound/errors/describe';
import type { Failure } from '../../outbound/failure';
import type { Outcome } from '../../outbound/outcome';
import { nodeErrorOf } from './nodeError';

/** What an item ends as: rows that point back to it, or one failure. */
export type ItemResult = Outcome<readonly IDataObject[]>;

/**
 * The output for one item. Without Continue On Fail a failure is thrown.
 * An error item may hold no key besides these three: n8n leaves it in the success output otherwise.
 */
export function outputOf(
	context: IExecuteFunctions,
	result: ItemResult,
	item: number,
): INodeExecutionData[] {
	if (result.kind === 'done') {
		return result.value.map((json) => ({ json, pairedItem: { item } }));
	}
	if (!context.continueOnFail()) throw nodeErrorOf(context.getNode(), result.failure, item);
	return [{ json: errorJson(result.failure, item), pairedItem: { item } }];
}

/** Without Continue On Fail, wrong input of any item stops the node before anything is sent. */
export function failFast(context: IExecuteFunctions, read: ReadonlyArray<Outcome<unknown>>): void {
	if (context.continueOnFail()) return;
	read.forEach((one, item) => {
		if (one.kind === 'failed') throw nodeErrorOf(context.getNode(), one.failure, item);
	});
}

export function outputOfAll(
	context: IExecuteFunctions,
	results: readonly ItemResult[],
): INodeExecutionData[] {
	return results.flatMap((result, item) => outputOf(context, result, item));
}

function errorJson(failure: Failure, item: number): IDataObject {
	const { kind, status, code, text, correlationId, traceId, retryAfterMs, ambiguous } = failure;
	const details = { kind, item, status, code, text, correlationId, traceId, retryAfterMs, ambiguous };
	return {
		error: `${failure.title} [item ${item}]`,
		message: describeFailure(failure),
		details: Object.fromEntries(
			Object.entries(details).filter(([, value]) => value !== undefined),
		),
	};
}
