import { completeConnection as completed } from '../../../outbound/connections/completeConnection';
import type { Answer } from '../../../outbound/connections/readAnswer';
import { readAnswer } from '../../../outbound/connections/readAnswer';
import { revokeUnkept } from '../../../outbound/connections/revokeUnkept';
import { createLinkGuard } from '../../../outbound/connections/spentLinks';
import type { Failure } from '../../../outbound/failure';
import { inOrder } from '../../../outbound/http/inOrder';
import { done, failed } from '../../../outbound/outcome';
import { connectingApp } from '../../shared/client/recipientApp';
import { options } from '../../shared/fields/collection';
import { requestsAtOnce } from '../../shared/fields/common';
import { sharedRecord } from '../../shared/host/sharedRecord';
import { spentLinkStore } from '../../shared/host/spentLinkStore';
import { notice } from '../../shared/fields/notice';
import { operation } from '../../shared/node/operation';
import { FAILED } from '../../shared/node/spending';
import type { ItemResult } from '../../shared/output/row';

const OUTPUTS = { connected: 'Connected', declined: 'Declined' } as const;

/**
 * Every callback ends at Connected, at Declined or as a failure. A code is spent by the exchange and
 * the connection exists in the output only, so with Stop Workflow the others still come out. Where the
 * execution is stopped nothing comes out, so what was connected is revoked.
 */
export const completeConnection = operation({
	value: 'completeConnection',
	name: 'Complete Connection',
	action: 'Complete a connection',
	description: 'Turn what the customer brought back to the Webhook node into a connection',
	access: connectingApp,
	outputs: [OUTPUTS.connected, OUTPUTS.declined, FAILED],
	spends: 'code',
	inputIsSecret: true,
	fields: {
		notice: notice(
			'completeNotice',
			'The Flinks Connection Trigger does this by itself, and keeps the code out of the execution. With a Webhook node of your own, connect this node directly to it. A forged, altered or expired callback is refused, and so is a link that was used before.',
		),
		options: options({ requestsAtOnce }),
	},
	atOnce: (job) => job.options.requestsAtOnce,
	admit: (_job, { app, runtime }, { json }) => readAnswer(json, app, runtime.now()),
	async run(asked, { app, runtime }, host) {
		const record = sharedRecord(host.context);
		const store = spentLinkStore(host.context);
		const guard = createLinkGuard(store, app, runtime.now(), record);
		const results: ItemResult[] = [];
		const made: string[] = [];
		const work = inOrder(asked, runtime.limiter, async ({ job }) => await resultOf(job));
		for await (const result of work) results.push(result);
		guard.save();
		if (runtime.signal?.aborted !== true) return results;
		await revokeUnkept(host.context, app, made, runtime);
		return results.map(() => failed(STOPPED));

		async function resultOf(answer: Answer): Promise<ItemResult> {
			const end = await completed(host.context, app, guard, answer, runtime);
			if (end.kind === 'spent' || end.kind === 'failed') return failed(end.failure);
			if (end.kind === 'connected') made.push(end.row.connection);
			return done([{ json: { ...end.row }, output: OUTPUTS[end.kind] }]);
		}
	},
});

const STOPPED: Failure = {
	kind: 'cancelled',
	title: 'The execution was stopped',
	remedy:
		'n8n drops what a stopped node brings, so it tried to revoke what it had connected. Send the customer a new authorization link.',
};
