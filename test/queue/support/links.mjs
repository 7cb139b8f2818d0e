import { createRequire } from 'node:module';
import path from 'node:path';
import { credentialsFor } from '../../../host/lib/credentials.mjs';
import { answerConsent } from '../../../host/lib/consent.mjs';
import { RETURN_PATH } from '../../../host/lib/customers.mjs';
import { rootDir } from '../../../host/lib/paths.mjs';

const built = (file) => createRequire(import.meta.url)(path.join(rootDir, 'dist/outbound', file));
const { createAuthorizeLink } = built('connections/authorizeLink.js');
const { readAppCredential } = built('auth/appCredential.js');

const AN_HOUR_MS = 3_600_000;

/** The App credential of the demo, as n8n holds it. */
async function appData({ sandbox, queue, connectionKey }) {
	const returning = { redirectUri: queue.url + RETURN_PATH, connectionKey };
	return credentialsFor(sandbox.url, await sandbox.demo(), returning).app;
}

/** A link to the consent page, as *Create Authorization Link* makes it. */
export function linkFor(data, reference, providerId) {
	const order = {
		reference,
		providerId: String(providerId),
		scopes: ['ACCOUNT_DETAILED', 'TRANSACTIONS'],
		language: 'en',
		correlationId: undefined,
		validityMs: AN_HOUR_MS,
	};
	return createAuthorizeLink(readAppCredential(data), order, Date.now()).authorizationUrl;
}

/** Where customers come back to after they have allowed: one address each, with its code. */
export async function callbacksOf(setup, references) {
	const { data } = await appData(setup);
	const { providerId } = await setup.sandbox.demo();
	return await Promise.all(
		references.map((reference) =>
			answerConsent(linkFor(data, reference, providerId), 'allow', reference),
		),
	);
}
