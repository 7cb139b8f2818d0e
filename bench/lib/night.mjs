import { setTimeout as pause } from 'node:timers/promises';
import { waitUntil } from '../../host/lib/waiting.mjs';
import { TABLE } from '../../host/lib/customers.mjs';
import { memoryOf } from './memoryOf.mjs';

const HOUR_MS = 3_600_000;
/** What an n8n does in its first seconds is no part of a night. */
const SETTLED_MS = 15_000;

/** The nightly template with a schedule in this or the next minute, at each of these seconds once. */
export async function publishNight(n8n, id, seconds = [0]) {
	const { nodes, connections, settings, versionId } = await n8n.workflow(id);
	const schedule = nodes.find(({ type }) => type === 'n8n-nodes-base.scheduleTrigger');
	const at = new Date(Date.now() + 65_000);
	schedule.parameters.rule.interval[0].expression = `${seconds} ${at.getUTCMinutes()} ${at.getUTCHours()} * * *`;
	await n8n.call('PATCH', `/rest/workflows/${id}`, { nodes, connections, settings, versionId });
	await n8n.activate(await n8n.workflow(id));
}

/** Lets a process that loads `collectOnSignal.cjs` collect its garbage. */
export async function collected(pid) {
	process.kill(pid, 'SIGUSR2');
	await pause(SETTLED_MS);
}

/** The memory of a process that was just started, after it has collected its garbage. */
export async function freshMemory(pid) {
	await pause(SETTLED_MS);
	await collected(pid);
	return memoryOf(pid);
}

/** Waits for the runs of a night. @returns how many minutes they took */
export async function nightOver(n8n, id) {
	const running = async () =>
		(await n8n.executions(id)).some(({ status }) => ['new', 'running'].includes(status));
	await waitUntil(running, { timeoutMs: HOUR_MS, everyMs: 200 });
	const begun = Date.now();
	await waitUntil(async () => !(await running()), { timeoutMs: HOUR_MS, everyMs: 1_000 });
	return (Date.now() - begun) / 60_000;
}

/** What a night has done, in words. */
export async function nightIn(n8n, sandbox, customers) {
	const requests = await sandbox.requests(undefined, 10 * customers);
	const rows = await n8n.tableRows(TABLE);
	const read = rows.filter(({ refreshedAt, problem }) => refreshedAt && !problem).length;
	return `${read} of ${rows.length} customers, ${(requests.length / rows.length).toFixed(2)} requests for each`;
}
