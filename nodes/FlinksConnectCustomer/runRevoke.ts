import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { AppCredential } from '../../outbound/auth/appCredential';
import { inOrder } from '../../outbound/http/inOrder';
import type { Outcome } from '../../outbound/outcome';
import { createRuntime } from '../../outbound/http/runtime';
import { requestsAtOnce } from '../common/options';
import type { Parameters } from '../common/parameters';
import type { ItemResult } from '../common/results';
import { failFast, outputOfAll } from '../common/results';
import { createRevoker, readConnection } from './revoke';

/** Ends the connection of every item, several at a time. */
export async function runRevoke(
	context: IExecuteFunctions,
	parameters: Parameters,
	app: Outcome<AppCredential>,
): Promise<INodeExecutionData[]> {
	const items = context.getInputData();
	if (app.kind === 'failed')
		return outputOfAll(
			context,
			items.map(() => app),
		);
	const opened = items.map(({ json }, item) => readConnection(parameters, item, json, app.value));
	failFast(context, opened);
	const bound = requestsAtOnce(parameters);
	const runtime = createRuntime({
		...(bound === undefined ? {} : { bound }),
		signal: context.getExecutionCancelSignal(),
	});
	const revoke = createRevoker(context, app.value, runtime);
	const results: ItemResult[] = [];
	const work = inOrder(opened, runtime.limiter.limit, async (connection) =>
		connection.kind === 'failed' ? connection : await revoke(connection.value),
	);
	for await (const result of work) results.push(result);
	return outputOfAll(context, results);
}
