import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Failure } from '../../../outbound/failure';
import type { Outcome } from '../../../outbound/outcome';
import { errorJson } from '../output/errorItem';
import { nodeErrorOf } from '../output/nodeError';
import type { ItemResult, Row } from '../output/row';
import type { Spending } from './spending';
import { FAILED, isInOutputOnly, withWhatWasDone } from './spending';

/** With Stop Workflow, an item that does not pass ends the node; nothing was sent yet. */
export function failFast(
	context: IExecuteFunctions,
	checked: ReadonlyArray<Outcome<unknown>>,
): void {
	if (context.continueOnFail()) return;
	checked.forEach((one, item) => {
		if (one.kind === 'failed') throw nodeErrorOf(context.getNode(), one.failure, item);
	});
}

export interface Collected {
	/** Items come in their order. Throws with Stop Workflow, unless something could be lost by it. */
	put(result: ItemResult, item: number): void;
	/**
	 * The outputs. With Stop Workflow, failures that were held back come out as error items if anything
	 * would be lost otherwise, at Failed where there is such an output; if not, the first one is thrown.
	 */
	finish(): Promise<INodeExecutionData[][]>;
}

export interface CollectSettings {
	/** Names of all outputs, the main one first. */
	readonly names: readonly string[];
	readonly spends: Spending | undefined;
	readonly inputIsSecret: boolean;
	/** What the access puts out besides the rows, e.g. connections to store anew; empty until the end. */
	readonly more: { readonly output: string; items(): Promise<INodeExecutionData[]> } | undefined;
}

export function collect(context: IExecuteFunctions, settings: CollectSettings): Collected {
	const { names, spends, inputIsSecret, more } = settings;
	const outputs = (names.length > 0 ? names : ['']).map((): INodeExecutionData[] => []);
	const held: Array<{ readonly failure: Failure; readonly item: number }> = [];
	const mayLose = isInOutputOnly(spends) || more !== undefined;
	let itemsDone = 0;

	function push(row: INodeExecutionData, name: string): void {
		outputs[Math.max(0, names.indexOf(name))]?.push(row);
	}

	function pushError(failure: Failure, item: number): void {
		const json = errorJson(context, failure, item);
		// n8n lays the input under an error item whose pairedItem is an object.
		push({ json, pairedItem: inputIsSecret ? item : { item } }, FAILED);
	}

	return {
		put(result, item) {
			const rows = rowsOf(result);
			for (const { json, binary, output = '' } of rows) {
				// No object more than n8n needs: many rows are much garbage, whose collection holds n8n up.
				const pairedItem = { item };
				push(binary ? { json, binary, pairedItem } : { json, pairedItem }, output);
			}
			const doneBefore = itemsDone;
			if (rows.length > 0 || result.kind === 'done') itemsDone += 1;
			if (result.kind === 'done') return;
			if (context.continueOnFail()) pushError(result.failure, item);
			else if (mayLose) held.push({ failure: result.failure, item });
			// What of this item itself was done is said by its own failure.
			else throw stopping(context, withWhatWasDone(result.failure, spends, doneBefore), item);
		},
		async finish() {
			const items = (await more?.items()) ?? [];
			const [first] = held;
			const wouldLose = items.length > 0 || (isInOutputOnly(spends) && itemsDone > 0);
			if (first && !wouldLose) throw stopping(context, first.failure, first.item);
			for (const item of items) push(item, more?.output ?? '');
			for (const { failure, item } of held) pushError(failure, item);
			if (first) {
				const output = names.includes(FAILED) ? `at ${FAILED}` : 'as error items';
				context.addExecutionHints({ message: hintFor(held.length, output), type: 'warning' });
			}
			return outputs;
		},
	};
}

function rowsOf(result: ItemResult): readonly Row[] {
	if (result.kind === 'failed') return [];
	return result.kind === 'done' ? result.value : result.rows;
}

function stopping(context: IExecuteFunctions, failure: Failure, item: number): Error {
	return nodeErrorOf(context.getNode(), failure, item);
}

function hintFor(count: number, where: string): string {
	const items = count === 1 ? '1 item failed' : `${count} items failed`;
	return `${items} and came out ${where}. The node did not stop, because what the other items brought exists in its output only.`;
}
