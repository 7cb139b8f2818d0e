import type { INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import type { Operation } from './steps';

/** One output without a name where there is no more than one. */
function described(names: readonly string[]): string {
	const many = names.length > 1;
	return JSON.stringify(
		(many ? names : ['']).map((displayName) => ({
			type: NodeConnectionTypes.Main,
			...(many ? { displayName } : {}),
		})),
	);
}

/** The outputs of an operation as an expression; an access may add some where its parameter says so. */
function expressionOf({ outputs, moreOutputs: more }: Operation): string {
	if (!more) return described(outputs);
	const all = described([...outputs, ...more.outputs]);
	return `$parameter["${more.parameter}"] === "${more.value}" ? ${all} : ${described(outputs)}`;
}

/** The key of the chosen operation, as an expression. */
export function operationKey(operations: readonly Operation[]): string {
	const withResource = operations.some(({ resource }) => resource !== undefined);
	return withResource
		? '$parameter["resource"] + "." + $parameter["operation"]'
		: '$parameter["operation"]';
}

/** The outputs of a node, whatever its operation. */
export function outputsOf(operations: readonly Operation[]): INodeTypeDescription['outputs'] {
	const expressions = new Set(operations.map(expressionOf));
	const [only = ''] = expressions;
	if (expressions.size > 1) {
		const cases = operations.map((each) => `${JSON.stringify(each.key)}: ${expressionOf(each)}`);
		return `={{ ({ ${cases.join(', ')} })[${operationKey(operations)}] ?? ${described([])} }}`;
	}
	return only === described([]) ? [NodeConnectionTypes.Main] : `={{ ${only} }}`;
}
