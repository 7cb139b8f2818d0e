import axios from 'axios';
import { parse } from 'node-html-parser';
import { HostProblem } from './problem.mjs';

const http = axios.create({ proxy: false, maxRedirects: 0, validateStatus: () => true });

/** The consent page's form as a person's browser would send it after pressing that button. */
function filledForm(html, pageUrl, decision, customer) {
	const form = parse(html).querySelector('form');
	if (!form)
		throw new HostProblem('The consent page holds no form.', `Open it to see why: ${pageUrl}`);
	const pressed = form
		.querySelectorAll('button')
		.filter((button) => button.getAttribute('value') === decision);
	const fields = new URLSearchParams(
		[...form.querySelectorAll('input[type=hidden]'), ...pressed].map((field) => [
			field.getAttribute('name'),
			field.getAttribute('value') ?? '',
		]),
	);
	if (customer !== undefined) fields.set('customer', customer);
	return { action: new URL(form.getAttribute('action') ?? '', pageUrl).href, fields };
}

/**
 * Opens an authorization link and presses a button of the consent page, as the customer.
 * @param {'allow' | 'deny'} decision
 * @param {string} [customer] the sign-in name at the bank; without one, the first that the page offers
 * @returns {Promise<URL>} where the consent page sends the customer back to, code (or refusal) and all
 */
export async function answerConsent(authorizeUrl, decision, customer) {
	const page = await http.get(authorizeUrl);
	if (page.status !== 200) {
		throw new HostProblem(
			`The consent page could not be opened (${page.status}): ${JSON.stringify(page.data).slice(0, 300)}`,
			'Check the client ID, the provider ID and the redirect URI of the recipient credential.',
		);
	}
	const { action, fields } = filledForm(page.data, authorizeUrl, decision, customer);
	const answer = await http.post(action, fields);
	if (!answer.headers.location) {
		throw new HostProblem(
			`The consent page did not send the browser back (${answer.status}).`,
			`Open it to see why: ${authorizeUrl}`,
		);
	}
	return new URL(answer.headers.location, action);
}

/**
 * Goes the way of the Connect button: n8n's authorize URL, the consent page, its Allow or Deny, and
 * back to n8n with the code (or the refusal).
 * @param {import('./n8nApi.mjs').N8nApi} n8n
 * @param {'allow' | 'deny'} decision
 * @returns {Promise<string>} the page n8n shows in the end
 */
export async function consent(n8n, credentialId, decision = 'allow') {
	const authorizeUrl = await n8n.call('GET', '/rest/oauth2-credential/auth', undefined, {
		id: credentialId,
	});
	const back = await answerConsent(authorizeUrl, decision);
	const { data } = await n8n.fetch('GET', back.pathname + back.search);
	return String(data);
}

/** Connects a credential, and makes sure that n8n holds its token. */
export async function connect(n8n, credentialId) {
	const page = await consent(n8n, credentialId, 'allow');
	const { data } = await n8n.credential(credentialId);
	if (data?.oauthTokenData) return;
	throw new HostProblem(
		`The consent was given, but n8n did not connect: ${parse(page).structuredText.slice(0, 300)}`,
		'Start anew: npm start -- --reset',
	);
}
