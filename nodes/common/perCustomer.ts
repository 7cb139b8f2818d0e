import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Client } from '../../outbound/http/client';
import type { Outcome } from '../../outbound/outcome';
import { outcomeOf } from '../../outbound/outcome';
import type { Customers } from './customers';
import { eachInOrder } from './eachInOrder';
import type { ItemResult } from './results';
import { failFast } from './results';

/**
 * Does the job of each item with the client of its customer, several at a time, and puts out the rows
 * in the order of the items. Wrong input of any item is found before the first request.
 * The second output, where there is one, holds the connections to store anew, whatever became of the
 * items. A node that stops at the first failure has no output: what Flinks replaced until then is
 * remembered in memory only, so stored connections want Continue (using error output).
 */
export async function runPerCustomer<Job>(
	context: IExecuteFunctions,
	customers: Customers,
	readJob: (item: INodeExecutionData, index: number) => Outcome<Job>,
	work: (client: Client, job: Job) => Promise<IDataObject[]>,
): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	const jobs = items.map(readJob);
	failFast(context, jobs);

	async function resultOf(item: INodeExecutionData, index: number): Promise<ItemResult> {
		const job = jobs[index];
		if (job?.kind !== 'done') return job ?? { kind: 'done', value: [] };
		const client = customers.clientFor(item, index);
		if (client.kind === 'failed') return client;
		return await outcomeOf(async () => await work(client.value, job.value));
	}

	const output = await eachInOrder(context, items, customers.runtime.limiter.limit, resultOf);
	return customers.hasChangedOutput ? [output, customers.changed()] : [output];
}
