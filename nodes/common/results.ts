import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Outcome } from '../../outbound/outcome';
import { errorJson } from '../shared/output/errorItem';
import { nodeErrorOf } from '../shared/output/nodeError';

/** What an item ends as: rows that point back to it, or one failure. */
export type ItemResult = Outcome<readonly IDataObject[]>;

/** The output for one item. Without Continue On Fail a failure is thrown. */
export function outputOf(
	context: IExecuteFunctions,
	result: ItemResult,
	item: number,
): INodeExecutionData[] {
	if (result.kind === 'done') {
		return result.value.map((json) => ({ json, pairedItem: { item } }));
	}
	if (!context.continueOnFail()) throw nodeErrorOf(context.getNode(), result.failure, item);
	return [{ json: errorJson(context, result.failure, item), pairedItem: { item } }];
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
