import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodeTypeDescription,
} from 'n8n-workflow';

import type { EditorMethods } from '../fields/editorMethods';
import { mergedMethods } from '../fields/editorMethods';
import { unknownOperation } from '../fields/invalid';
import { nodeErrorOf } from '../output/nodeError';
import type { Operation } from './steps';
import { operationKey, outputsOf } from './outputs';
import { propertiesOf } from './properties';

/** What a node class takes over from its operations; the rest of its description is its own. */
export interface OperationsNode {
	readonly properties: INodeProperties[];
	readonly outputs: INodeTypeDescription['outputs'];
	/** An expression: the name of the operation in small letters, and of its resource. */
	readonly subtitle: string;
	readonly methods: EditorMethods;
	/** Runs the operation that the parameters of the first item name. */
	execute(context: IExecuteFunctions): Promise<INodeExecutionData[][]>;
}

/**
 * A node of its operations. The operator finds them in alphabetical order; `fallback` is chosen in a
 * new node. Fields come out in the order of `operations`, and of the fields in each.
 */
export function nodeOf(operations: readonly Operation[], fallback: Operation): OperationsNode {
	const lines = operations.map((each) => `${JSON.stringify(each.key)}: ${subtitleOf(each)}`);
	return {
		properties: propertiesOf(operations, fallback),
		outputs: outputsOf(operations),
		subtitle: `={{ ({ ${lines.join(', ')} })[${operationKey(operations)}] }}`,
		methods: mergedMethods(operations),
		async execute(context) {
			const chosen = chosenIn(context, operations, fallback);
			return await chosen.execute(context);
		},
	};
}

function subtitleOf({ name, resource, subtitle }: Operation): string {
	return (
		subtitle ?? JSON.stringify([name, resource?.name].filter(Boolean).join(': ').toLowerCase())
	);
}

/** n8n adds "Custom API Call" to the operations of nodes with an OAuth2 credential; it runs elsewhere. */
function chosenIn(
	context: IExecuteFunctions,
	operations: readonly Operation[],
	fallback: Operation,
): Operation {
	if (operations.length === 1) return fallback;
	const resource = context.getNodeParameter('resource', 0, fallback.resource?.value ?? '');
	const value = context.getNodeParameter('operation', 0, fallback.value);
	const found = operations.find(
		(each) => each.value === value && (each.resource?.value ?? '') === resource,
	);
	if (found) return found;
	throw nodeErrorOf(context.getNode(), unknownOperation(value), 0);
}
