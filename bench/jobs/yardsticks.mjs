import { codeNode } from '../lib/nodes.mjs';
import { collectFrom } from '../lib/workflow.mjs';
import { statusOf, waitingItems } from './checkStatus.mjs';
import { pairsOf } from './requestPairs.mjs';
import { noLongPauseAt } from './targets.mjs';

/** The items are there, but the code does not ask the task runner for them: what is made is what counts. */
const rowsLike = (row, count) =>
	codeNode(`const row = ${JSON.stringify(row)};
return Array.from({ length: ${count} }, () => ({ json: { ...row } }));`);

/**
 * How long n8n is held up by as many rows that no node of ours makes: a Code node gets the same items and puts out as
 * many rows, each like the first of ours. Its code runs in n8n's task runner, a process of its own; what n8n's process
 * has to do to take the rows over counts.
 */
const beside = ({ rowsText, ...job }) => ({
	...job,
	id: `${rowsText} beside a Code node`,
	latencies: [0],
	peerName: 'Code node',
	peerDoesLess: true,
	async peer(world, { n8n }) {
		const items = job.items(world).slice(0, 1);
		await world.ask('prepare');
		const [row] = await collectFrom(n8n, `${rowsText}, one`, job.ours(world), 0, items);
		return rowsLike(row, job.rows);
	},
	targets: noLongPauseAt(rowsText),
});

export const besideACodeNode = [
	{ ...pairsOf(10_000, 'many pairs'), rowsText: '10,000 pairs' },
	{ ...statusOf(2_000), rowsText: '10,000 rows of status' },
	{ ...statusOf(10_000), rowsText: '50,000 rows of status' },
	{
		...waitingItems,
		items: (world) => waitingItems.items(world).ours,
		peerRows: undefined,
		rowsText: '10,000 items that wait',
	},
].map(beside);
