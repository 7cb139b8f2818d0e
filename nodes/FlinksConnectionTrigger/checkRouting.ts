import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import {
	askWhichProcess,
	asksWhichProcess,
	isProcessId,
	PROCESS_ID,
} from '../../outbound/connections/whichProcess';
import { outcomeOf } from '../../outbound/outcome';
import { showText } from './browser';

const TIMES = 8;
const TIMEOUT_MS = 3_000;

/** The answer to who wants to know which process this is; `false` for any other request. */
export function answeredWhichProcess(context: IWebhookFunctions): boolean {
	if (!asksWhichProcess(context.getQueryData())) return false;
	showText(context, PROCESS_ID);
	return true;
}

/**
 * When somebody publishes the workflow: that callbacks with the same state reach the same n8n process. A
 * process knows at once only what it has seen itself, so a customer whose browser sends the callback twice
 * could otherwise have the code exchanged twice, and a server may then end the connection. Where the answers
 * tell nothing (n8n cannot reach its own address, or does not answer there yet) nothing is known, and nothing said.
 * @throws NodeOperationError where two processes answered
 */
export async function checkRouting(context: IHookFunctions, redirectUri: string): Promise<void> {
	const why = context.getActivationMode();
	if (context.getMode() === 'manual' || why === 'init' || why === 'leadershipChange') return;
	const url = askWhichProcess(redirectUri);
	const seen = new Set<string>();
	for (let time = 0; time < TIMES && seen.size < 2; time += 1) {
		const answer = await outcomeOf(async () => await ask(context, url));
		const text = answer.kind === 'done' ? String(answer.value) : '';
		if (!isProcessId(text)) return;
		seen.add(text);
	}
	if (seen.size < 2) return;
	throw new NodeOperationError(
		context.getNode(),
		'Callbacks of one customer reach different n8n processes, so a callback that comes twice could end the connection. Have your load balancer send equal values of the query parameter "state" to the same webhook process, or the whole path to one of them, then publish again.',
	);
}

async function ask(context: IHookFunctions, url: string): Promise<unknown> {
	const order = { url, timeout: TIMEOUT_MS, disableFollowRedirect: true, json: false };
	const answer: unknown = await context.helpers.httpRequest(order);
	return answer;
}
