import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { inOrder } from '../../outbound/http/inOrder';
import type { ItemResult } from './results';
import { outputOf } from './results';

/** Does `work` for each input, up to `atOnce` at a time; the rows come in the order of the items. */
export async function eachInOrder<I>(
	context: IExecuteFunctions,
	inputs: readonly I[],
	atOnce: number,
	work: (input: I, index: number) => Promise<ItemResult>,
): Promise<INodeExecutionData[]> {
	const output: INodeExecutionData[] = [];
	let item = 0;
	for await (const result of inOrder(inputs, atOnce, work)) {
		for (const row of outputOf(context, result, item)) output.push(row);
		item += 1;
	}
	return output;
}
