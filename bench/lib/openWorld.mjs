import { step } from '../../host/lib/progress.mjs';
import { createCredentials } from './credentials.mjs';

const PARTNER_ROLES = ['partner', 'genericPartner'];
const CUSTOMER_ROLES = ['recipient', 'genericRecipient', 'loop', 'plainLoop', 'app'];
const PARTNERS = /pairs|status|list/;

/**
 * Opens worlds: each is a sandbox, with credentials for it in n8n.
 * @returns `open`, which opens each world once, and `another`, which opens a new one of that kind each time
 */
export function worldOpener(n8n, worlds) {
	const opened = new Map();
	let others = 0;
	const open = async (name) => {
		const setUp = async () => {
			const world = await worlds.ask('start', name);
			const roles = PARTNERS.test(name) ? PARTNER_ROLES : CUSTOMER_ROLES;
			const credentials = await createCredentials(n8n, name, world, roles);
			return { ...world, credentials, ask: (act, more) => worlds.ask(act, name, more) };
		};
		const world = opened.get(name) ?? (await step(`Set up ${name}`, setUp));
		opened.set(name, world);
		return world;
	};
	const another = async (kind) => {
		others += 1;
		return await open(`${kind} (${others})`);
	};
	return { open, another };
}
