import type { IDataObject, INodeExecutionData, IWebhookFunctions } from 'n8n-workflow';

import type { AppCredential } from '../../outbound/auth/appCredential';
import type { Completion } from '../../outbound/connections/completeConnection';
import { completeConnection } from '../../outbound/connections/completeConnection';
import { readCallback } from '../../outbound/connections/callback';
import type { Answer } from '../../outbound/connections/readAnswer';
import { readAnswer } from '../../outbound/connections/readAnswer';
import { readyToConnect } from '../../outbound/connections/readyApp';
import { reportOnce } from '../../outbound/connections/reportOnce';
import type { Result } from '../../outbound/connections/result';
import { createLinkGuard } from '../../outbound/connections/spentLinks';
import { looksLikeState } from '../../outbound/connections/state';
import { describeFailure } from '../../outbound/errors/describe';
import type { Failure } from '../../outbound/failure';
import { createRuntime } from '../../outbound/http/runtime';
import { openApp } from '../shared/client/recipientApp';
import { webhookHost } from '../shared/host/hosts';
import { spentLinkStore } from '../shared/host/spentLinkStore';

/** What to tell the customer, and what the workflow starts with; it does not start for nothing. */
export interface Received {
	readonly result: Result;
	/** Signs the result; missing where the credential cannot be used. */
	readonly app?: AppCredential;
	readonly workflowData?: INodeExecutionData[][];
}

/** A customer is waiting in front of the browser, so only one repeat where Flinks did not act. */
const MAX_TRIES = 2;
const NOT_VALID: Received = { result: { kind: 'not-valid' } };

/**
 * Turns what the customer brought back into a connection. The address is public: what answers no link of
 * ours, or a spent one, starts no workflow, and an unusable credential starts one only.
 */
export async function receive(context: IWebhookFunctions): Promise<Received> {
	const query = { query: context.getQueryData() };
	const callback = readCallback(query);
	if (callback.kind === 'unreadable' || !looksLikeState(callback.state)) return NOT_VALID;
	const app = readyToConnect(await openApp(webhookHost(context)));
	if (app.kind === 'failed') {
		return isNews(context, app.failure) ? failedEnd(app.failure) : { result: { kind: 'failed' } };
	}
	const runtime = createRuntime({ maxTries: MAX_TRIES });
	const now = runtime.now();
	const answer = readAnswer(query, app.value, now);
	if (answer.kind === 'failed') return NOT_VALID;
	const guard = createLinkGuard(spentLinkStore(context), app.value, now);
	const completion = await completeConnection(context, app.value, guard, answer.value, runtime);
	guard.save();
	if (completion.kind === 'spent' && completion.failure.code !== undefined) {
		context.logger.warn(
			'A customer came back with a consent that Flinks counts as used or too old. Nothing was started. If no customer can connect, compare the Redirect URI of the credential with the one that is registered at Flinks.',
		);
	}
	return { ...endOf(completion, answer.value.link), app: app.value };
}

function isNews(context: IWebhookFunctions, { title, remedy }: Failure): boolean {
	const { id = '' } = context.getWorkflow();
	const what = [id, context.getNode().id, title, remedy];
	return reportOnce(spentLinkStore(context), what, Date.now());
}

function endOf(completion: Completion, link: Answer['link']): Received {
	const { language, bankName } = link;
	switch (completion.kind) {
		case 'connected':
			return {
				result: { kind: 'connected', language, bankName },
				workflowData: [[{ json: completion.row }], [], []],
			};
		case 'declined': {
			const kind = completion.row.reason === 'customer' ? 'declined' : 'failed';
			return {
				result: { kind, language, bankName },
				workflowData: [[], [{ json: completion.row }], []],
			};
		}
		case 'spent':
			return { result: { kind: 'not-valid', language, bankName } };
		case 'failed':
			return failedEnd(completion.failure, link);
	}
}

function failedEnd(failure: Failure, link?: Answer['link']): Received {
	const { kind, title, code, status } = failure;
	const json: IDataObject = {
		linkId: link?.nonce ?? null,
		reference: link?.reference ?? null,
		requestedProviderId: link?.requestedProviderId ?? null,
		requestedScope: link?.requestedScope ?? null,
		kind,
		title,
		remedy: describeFailure(failure),
		code: code ?? null,
		status: status ?? null,
		language: link?.language ?? null,
	};
	const { language, bankName } = link ?? {};
	return { result: { kind: 'failed', language, bankName }, workflowData: [[], [], [{ json }]] };
}
