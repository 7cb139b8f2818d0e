import { step } from '../../host/lib/progress.mjs';
import { createCredentials } from './credentials.mjs';

const PARTNER_ROLES = ['partner', 'genericPartner'];
const CUSTOMER_ROLES = ['recipient', 'genericRecipient', 'loop', 'plainLoop', 'app'];
const PARTNERS = /pairs|status|list/;

/** @returns a function that opens each world once: its sandbox, with credentials for it in n8n */
export function worldOpener(n8n, worlds) {
	const opened = new Map();
	return async (name) => {
		const open = async () => {
			const world = await worlds.ask('start', name);
			const roles = PARTNERS.test(name) ? PARTNER_ROLES : CUSTOMER_ROLES;
			const credentials = await createCredentials(n8n, name, world, roles);
			return { ...world, credentials, ask: (act, more) => worlds.ask(act, name, more) };
		};
		const world = opened.get(name) ?? (await step(`Set up ${name}`, open));
		opened.set(name, world);
		return world;
	};
}
