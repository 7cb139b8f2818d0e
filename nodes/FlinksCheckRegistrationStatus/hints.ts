import type { NodeHint } from 'n8n-workflow';

/** What n8n shows in the output pane before and after a run. */
export const hints: NodeHint[] = [
	{
		message:
			'The node is busy until every chosen registration is ACTIVE, or until Wait at Most is over. It then says which ones are not, and in which status they are.',
		location: 'outputPane',
		whenToDisplay: 'beforeExecution',
		displayCondition: '={{ $parameter["operation"] === "waitUntilActive" }}',
	},
	{
		message:
			'Flinks is asked once for all input items, and each item gets its own rows. To get them only once, turn on Execute Once in the settings of the node.',
		location: 'outputPane',
		displayCondition:
			'={{ $parameter["operation"] !== "waitUntilActive" && $input.all().length > 1 }}',
	},
];
