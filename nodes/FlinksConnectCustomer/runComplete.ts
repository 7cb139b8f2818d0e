import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { AppCredential } from '../../outbound/auth/appCredential';
import type { Completion } from '../../outbound/connections/completeConnection';
import { completeConnection } from '../../outbound/connections/completeConnection';
import { readAnswer } from '../../outbound/connections/readAnswer';
import { createLinkGuard } from '../../outbound/connections/spentLinks';
import { inOrder } from '../../outbound/http/inOrder';
import type { Outcome } from '../../outbound/outcome';
import { failed } from '../../outbound/outcome';
import { createRuntime } from '../../outbound/http/runtime';
import { requestsAtOnce } from '../common/options';
import type { Parameters } from '../common/parameters';
import { failFast, outputOf, outputOfAll } from '../common/results';
import { sharedRecord } from '../common/sharedRecord';
import { spentLinkStore } from '../common/spentLinkStore';

/** Every callback ends in Connected, in Declined, or as an error; all are checked before the first goes out. */
export async function runComplete(
	context: IExecuteFunctions,
	parameters: Parameters,
	app: Outcome<AppCredential>,
): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	if (app.kind === 'failed') {
		const results = items.map(() => app);
		return [outputOfAll(context, results), []];
	}
	const bound = requestsAtOnce(parameters);
	const runtime = createRuntime({
		...(bound === undefined ? {} : { bound }),
		signal: context.getExecutionCancelSignal(),
	});
	const now = runtime.now();
	const answers = items.map(({ json }) => readAnswer(json, app.value, now));
	failFast(context, answers);
	const guard = createLinkGuard(spentLinkStore(context), app.value, now, sharedRecord(context));
	const results: Completion[] = [];
	const work = inOrder(answers, runtime.limiter.limit, async (answer): Promise<Completion> => {
		if (answer.kind === 'failed') return answer;
		return await completeConnection(context, app.value, guard, answer.value, runtime);
	});
	for await (const result of work) results.push(result);
	guard.save();
	return outputs(context, results);
}

function outputs(
	context: IExecuteFunctions,
	results: readonly Completion[],
): INodeExecutionData[][] {
	const connected: INodeExecutionData[] = [];
	const declined: INodeExecutionData[] = [];
	results.forEach((result, item) => {
		if (result.kind === 'connected' || result.kind === 'declined') {
			const target = result.kind === 'connected' ? connected : declined;
			target.push({ json: result.row, pairedItem: { item } });
			return;
		}
		// n8n lays the input under an error item whose pairedItem is an object, and the input holds the code.
		for (const row of outputOf(context, failed(result.failure), item)) {
			connected.push({ ...row, pairedItem: item });
		}
	});
	return [connected, declined];
}
