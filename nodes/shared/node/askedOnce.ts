import type { NodeHint } from 'n8n-workflow';

/**
 * For the hints of a node: what several input items mean where Flinks is asked once for all of them.
 * @param when a condition as an expression without its braces
 */
export function askedOnce(when: string): NodeHint {
	return {
		message:
			'Flinks is not asked anew for each input item, and each item gets its own rows. To get them only once, turn on Execute Once in the settings of the node.',
		location: 'outputPane',
		displayCondition: `={{ ${when} && $input.all().length > 1 }}`,
	};
}
