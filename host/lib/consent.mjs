import axios from 'axios';
import { HostProblem } from './problem.mjs';

const http = axios.create({ proxy: false, maxRedirects: 0, validateStatus: () => true });

const ENTITIES = {
	'&amp;': '&',
	'&quot;': '"',
	'&#39;': "'",
	'&#x27;': "'",
	'&lt;': '<',
	'&gt;': '>',
};
const plain = (html) =>
	html.replace(/&(?:amp|quot|#39|#x27|lt|gt);/g, (entity) => ENTITIES[entity]);

function attribute(tag, name) {
	const found = new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(tag);
	return found ? plain(found[1]) : undefined;
}

/** The consent page's form as a person's browser would send it after pressing that button. */
function filledForm(html, pageUrl, decision) {
	const form = /<form\b[^>]*>/i.exec(html)?.[0];
	if (!form)
		throw new HostProblem('The consent page holds no form.', `Open it to see why: ${pageUrl}`);
	const fields = new URLSearchParams();
	for (const [tag] of html.matchAll(/<input\b[^>]*>/gi)) {
		if (attribute(tag, 'type') === 'hidden')
			fields.append(attribute(tag, 'name'), attribute(tag, 'value') ?? '');
	}
	for (const [tag] of html.matchAll(/<button\b[^>]*>/gi)) {
		if (attribute(tag, 'value') === decision) fields.append(attribute(tag, 'name'), decision);
	}
	return { action: new URL(attribute(form, 'action') ?? '', pageUrl).href, fields };
}

/**
 * Opens an authorization link and presses a button of the consent page, as the customer.
 * @param {'allow' | 'deny'} decision
 * @returns {Promise<URL>} where the consent page sends the customer back to, code (or refusal) and all
 */
export async function answerConsent(authorizeUrl, decision) {
	const page = await http.get(authorizeUrl);
	if (page.status !== 200) {
		throw new HostProblem(
			`The consent page could not be opened (${page.status}): ${JSON.stringify(page.data).slice(0, 300)}`,
			'Check the client ID, the provider ID and the redirect URI of the recipient credential.',
		);
	}
	const { action, fields } = filledForm(page.data, authorizeUrl, decision);
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
		`The consent was given, but n8n did not connect: ${page
			.replace(/<[^>]*>/g, ' ')
			.replace(/\s+/g, ' ')
			.slice(0, 300)}`,
		'Start anew: npm start -- --reset',
	);
}
