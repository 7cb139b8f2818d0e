import { inspect } from 'node:util';

import { CANARIES, DEMO } from '../../sandbox';
import type { WorkflowRun } from '../engine/harness';
import { stringify } from '../engine/harness/host';

const SECRETS = [
	CANARIES.accessToken,
	CANARIES.clientSecret,
	CANARIES.code,
	CANARIES.refreshToken,
	DEMO.recipientSecret,
	DEMO.partnerSecret,
];

/**
 * The secrets of the sandbox that a run shows in what our nodes gave out or threw, or in a log. The
 * input itself is left out: it is the Webhook node's, which received the code.
 */
export function secretsIn(run: WorkflowRun): string[] {
	const { resultData } = run.run.data;
	const ours = Object.entries(resultData.runData).filter(([name]) => name !== 'Source');
	const shown = [
		stringify(ours),
		JSON.stringify(ours.map(([, tasks]) => tasks.map(({ data, hints }) => ({ data, hints })))),
		inspect(run.errorObject, { depth: 12, showHidden: true }),
		inspect(resultData.error, { depth: 12, showHidden: true }),
		inspect(run.logs, { depth: 12 }),
	].join('\n');
	return SECRETS.filter((secret) => shown.includes(secret));
}
