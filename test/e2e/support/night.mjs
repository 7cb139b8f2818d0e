import { rowsOf } from '../../../host/lib/n8nApi.mjs';
import { waitUntil } from '../../../host/lib/waiting.mjs';
import { TABLE } from '../../../host/lib/customers.mjs';

const TIMEOUT_MS = 300_000;

/** The node that begins each night. */
export const scheduleOf = ({ nodes }) =>
	nodes.find(({ type }) => type === 'n8n-nodes-base.scheduleTrigger').name;

/** The node that begins a run by hand. */
export const byHandOf = ({ nodes }) =>
	nodes.find(({ type }) => type === 'n8n-nodes-base.manualTrigger').name;

/** Runs of one nightly template from its schedule, as in one night. `own` is of `ownN8n`. */
export function nights(own, file) {
	const { id } = own.workflows[file];
	const begin = async () => await own.n8n.begin(id, scheduleOf(await own.n8n.workflow(id)));
	/** As *Execute workflow* does. */
	const beginByHand = async () => await own.n8n.begin(id, byHandOf(await own.n8n.workflow(id)));
	async function summaryOf(executionId) {
		const execution = await own.n8n.finished(executionId);
		if (execution.status !== 'success') throw new Error(execution.error?.message);
		const [summary] = rowsOf(execution, 'Summary');
		return summary ?? rowsOf(execution, 'Nothing Left Tonight')[0];
	}
	return {
		begin,
		beginByHand,
		summaryOf,
		run: async () => await summaryOf(await begin()),
		/** Waits until the rows are as wanted. @returns the rows */
		async rowsThat(wanted) {
			const rows = await waitUntil(
				async () => {
					const now = await own.n8n.tableRows(TABLE);
					return (await wanted(now)) ? now : undefined;
				},
				{ timeoutMs: TIMEOUT_MS, everyMs: 60 },
			);
			if (rows === undefined) throw new Error('The rows of the night never were as wanted');
			return rows;
		},
		/** A quarter of an hour later: what a killed run had taken is free. */
		async quarterOfAnHourLater() {
			for (const { connectionId, takenUntil } of await own.n8n.tableRows(TABLE)) {
				if (takenUntil > 0)
					await own.n8n.changeTableRows(TABLE, { connectionId }, { takenUntil: 1 });
			}
		},
	};
}
