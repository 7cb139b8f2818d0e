import type { NodeHint } from 'n8n-workflow';

import { askedOnce } from '../shared/node/askedOnce';

/** What n8n shows in the output pane before and after a run. */
export const hints: NodeHint[] = [
	{
		message:
			'The node is busy until every chosen registration is ACTIVE, or until Wait at Most is over. It then says which ones are not, and in which status they are. Approval can take days: the Flinks Registration Trigger tells when it is there, keeps no worker, and goes on after a restart.',
		location: 'outputPane',
		whenToDisplay: 'beforeExecution',
		displayCondition: '={{ $parameter["operation"] === "waitUntilActive" }}',
	},
	askedOnce('$parameter["operation"] !== "waitUntilActive"'),
];
