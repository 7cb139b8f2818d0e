import axios from 'axios';
import { answerConsent } from './consent.mjs';
import { rowsOf } from './n8nApi.mjs';
import { HostProblem } from './problem.mjs';
import { waitUntil } from './waiting.mjs';
import { manualTriggerOf } from './workflows.mjs';

const LINKS = 'Create Authorization Link';
const READY_TIMEOUT_MS = 15_000;

/** Where the templates keep customers. */
export const TABLE = 'flinks_connections';

/** The address of the trigger in the webhook template; the redirect URI of the App credential ends with it. */
export const RETURN_PATH = '/webhook/flinks-callback';

// The trigger sends a customer on to a clean address, which shows the page.
const http = axios.create({ proxy: false, maxRedirects: 1, validateStatus: () => true });

/**
 * Runs the webhook template by hand: it makes the Data Table and one link for each customer.
 * @returns {Promise<Array<{reference: string, language: string, authorizationUrl: string}>>}
 */
export async function createLinks(n8n, workflowId) {
	const workflow = await n8n.workflow(workflowId);
	const execution = await n8n.run(workflowId, manualTriggerOf(workflow));
	const links = rowsOf(execution, LINKS);
	if (execution.status === 'success' && links.length > 0) return links;
	const { message, description } = execution.error ?? {};
	throw new HostProblem(
		`"${workflow.name}" made no link: ${[message, description].filter(Boolean).join(' ')}`,
		`Look at it in n8n: ${n8n.url}/workflow/${workflowId}`,
	);
}

/** Plays a customer who allows: opens the link, gives consent, returns to the Webhook node. */
export async function connectCustomer({ authorizationUrl, reference }) {
	const back = await answerConsent(authorizationUrl, 'allow');
	// n8n publishes in the background: until then it knows no such webhook, and nothing is used up.
	const answer = await waitUntil(
		async () => {
			const { status, headers } = await http.get(back.href);
			if (status === 404) return undefined;
			// The browser is sent on to an address without the code.
			const page = headers.location && new URL(headers.location, back).href;
			return page ? await http.get(page) : { status };
		},
		{ timeoutMs: READY_TIMEOUT_MS },
	);
	if (answer?.status === 200) return;
	throw new HostProblem(
		`The customer ${reference} gave consent, but n8n did not connect them (${answer?.status ?? 404}).`,
		'Start anew: npm start -- --reset',
	);
}
