import axios from 'axios';
import { setTimeout as sleep } from 'node:timers/promises';

const http = axios.create({ proxy: false, maxRedirects: 0, validateStatus: () => true });
const RELOADS = 40;
const AT_ONCE = 20;

/** What n8n, or what is in front of it, answers before the trigger gets the request. */
const NOT_YET = [502, 503];

/** n8n refuses all requests while it has no database: a customer then loads the page again. */
async function load(address) {
	for (let reloads = 0; ; reloads += 1) {
		const answer = await http.get(String(address));
		if (!NOT_YET.includes(answer.status) || reloads >= RELOADS) return answer;
		await sleep(500);
	}
}

/**
 * Comes back from the consent page as a browser does: the address with the code, then the clean one that
 * the answer names.
 * @returns {Promise<{status: number, text: string}>} the page that the customer sees
 */
export async function comeBack(address) {
	const first = await load(address);
	const clean = first.headers.location && new URL(first.headers.location, address).href;
	const { status, data } = clean ? await load(clean) : first;
	return { status, text: String(data) };
}

/** The same for many, some of them at any moment. @returns their pages in the same order */
export async function allComeBack(addresses) {
	const pages = [];
	const waiting = [...addresses.entries()];
	const one = async () => {
		for (let next = waiting.shift(); next; next = waiting.shift()) {
			pages[next[0]] = await comeBack(next[1]);
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, one));
	return pages;
}
