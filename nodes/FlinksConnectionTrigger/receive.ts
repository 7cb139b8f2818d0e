import type { IDataObject, INodeExecutionData, IWebhookFunctions } from 'n8n-workflow';

import type { Answer } from '../../outbound/connections/readAnswer';
import { readAnswer } from '../../outbound/connections/readAnswer';
import { createLinkGuard } from '../../outbound/connections/spentLinks';
import { describeFailure } from '../../outbound/errors/describe';
import type { Failure } from '../../outbound/failure';
import type { Outcome } from '../../outbound/outcome';
import { createRuntime } from '../../outbound/http/runtime';
import { readyToConnect } from '../common/appChecks';
import type { Completed } from '../common/completeConnection';
import { complete, SPENT } from '../common/completeConnection';
import { openRecipientApp } from '../common/openApp';
import { spentLinkStore } from '../common/spentLinkStore';
import type { CustomerEnd } from './words';

/** What to tell the customer, and what the workflow starts with; it does not start for nothing. */
export interface Received {
	readonly end: CustomerEnd;
	readonly workflowData?: INodeExecutionData[][];
}

/** A customer is waiting in front of the browser, so only one repeat where Flinks did not act. */
const MAX_TRIES = 2;

/**
 * Turns what the customer brought back into a connection. The address is public: an answer to no link
 * of ours, or to a spent one, starts no workflow.
 */
export async function receive(context: IWebhookFunctions): Promise<Received> {
	const app = readyToConnect(await openRecipientApp(context));
	if (app.kind === 'failed') return failedEnd(app.failure);
	const runtime = createRuntime({ maxTries: MAX_TRIES });
	const now = runtime.now();
	const answer = readAnswer({ query: context.getQueryData() }, app.value, now);
	if (answer.kind === 'failed') return { end: { kind: 'not-valid' } };
	const guard = createLinkGuard(spentLinkStore(context), now);
	const completed = await complete(context, app.value, guard, answer.value, runtime);
	guard.save();
	return endOf(completed, answer.value);
}

function endOf(completed: Outcome<Completed>, { link }: Answer): Received {
	const { language } = link;
	if (completed.kind === 'failed') {
		return completed.failure === SPENT
			? { end: { kind: 'not-valid', language } }
			: failedEnd(completed.failure, link);
	}
	const { output, row } = completed.value;
	if (output === 'connected') {
		return { end: { kind: 'connected', language }, workflowData: [[{ json: row }], [], []] };
	}
	const kind = row.reason === 'customer' ? 'declined' : 'failed';
	return { end: { kind, language }, workflowData: [[], [{ json: row }], []] };
}

function failedEnd(failure: Failure, link?: Answer['link']): Received {
	const { kind, title, code, status } = failure;
	const json: IDataObject = {
		reference: link?.reference ?? null,
		providerId: link?.providerId ?? null,
		kind,
		title,
		remedy: describeFailure(failure),
		code: code ?? null,
		status: status ?? null,
		language: link?.language ?? null,
	};
	return {
		end: { kind: 'failed', language: link?.language },
		workflowData: [[], [], [{ json }]],
	};
}
