import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { AppCredential } from '../../outbound/auth/appCredential';
import { readAnswer } from '../../outbound/connections/readAnswer';
import { createLinkGuard } from '../../outbound/connections/spentLinks';
import { inOrder } from '../../outbound/http/inOrder';
import type { Outcome } from '../../outbound/outcome';
import { createRuntime } from '../../outbound/http/runtime';
import { requestsAtOnce } from '../common/options';
import type { Parameters } from '../common/parameters';
import { failFast, outputOf } from '../common/results';
import type { Completed } from '../common/completeConnection';
import { complete } from '../common/completeConnection';
import { spentLinkStore } from '../common/spentLinkStore';

/** Every callback ends in Connected, in Declined, or as an error; all are checked before the first goes out. */
export async function runComplete(
	context: IExecuteFunctions,
	parameters: Parameters,
	app: Outcome<AppCredential>,
): Promise<INodeExecutionData[][]> {
	const bound = requestsAtOnce(parameters);
	const runtime = createRuntime({
		...(bound === undefined ? {} : { bound }),
		signal: context.getExecutionCancelSignal(),
	});
	const now = runtime.now();
	const answers = context
		.getInputData()
		.map(({ json }) => (app.kind === 'failed' ? app : readAnswer(json, app.value, now)));
	failFast(context, answers);
	const guard = createLinkGuard(spentLinkStore(context), now);
	const results: Array<Outcome<Completed>> = [];
	const work = inOrder(answers, runtime.limiter.limit, async (answer) => {
		if (app.kind === 'failed') return app;
		if (answer.kind === 'failed') return answer;
		return await complete(context, app.value, guard, answer.value, runtime);
	});
	for await (const result of work) results.push(result);
	guard.save();
	return outputs(context, results);
}

function outputs(
	context: IExecuteFunctions,
	results: ReadonlyArray<Outcome<Completed>>,
): INodeExecutionData[][] {
	const connected: INodeExecutionData[] = [];
	const declined: INodeExecutionData[] = [];
	results.forEach((result, item) => {
		if (result.kind === 'done') {
			const target = result.value.output === 'connected' ? connected : declined;
			target.push({ json: result.value.row, pairedItem: { item } });
			return;
		}
		// n8n lays the input under an error item whose pairedItem is an object, and the input holds the code.
		for (const row of outputOf(context, result, item)) connected.push({ ...row, pairedItem: item });
	});
	return [connected, declined];
}
