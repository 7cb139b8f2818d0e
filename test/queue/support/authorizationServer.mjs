import { tsImport } from 'tsx/esm/api';
import { linkFor } from './links.mjs';
import { startProvider } from './provider.mjs';

const { Browser } = await tsImport('../../oauth/browser.ts', import.meta.url);

const TRIGGER = 'A Customer Returns';
const TYPE = 'flinksOutboundAppApi';
const PROVIDER = '1000';

/**
 * An authorization server that nobody here wrote, which ends a connection whose code comes twice, and the
 * webhook template against it, answering at a path of its own.
 */
export async function openServer({ n8n, queue, workflows, connectionKey }, path) {
	const redirectUri = `${queue.url}/webhook/${path}`;
	const clientId = 'queue-tests';
	const clientSecret = 'a secret of the tests';
	const provider = await startProvider({
		clientId,
		clientSecret,
		redirectUri,
		authMethod: 'client_secret_post',
		rotate: false,
	});
	const data = {
		environment: 'custom',
		apiBaseUrl: provider.url,
		authorizationBaseUrl: provider.url,
		clientType: 'recipient',
		clientId,
		clientSecret,
		requestFormat: 'json',
		redirectUri,
		connectionKey,
		previousConnectionKey: '',
	};
	const name = `Server of ${path}`;
	const { id } = await n8n.createCredential({ name, type: TYPE, data });
	const credentials = { [TYPE]: { id, name } };
	const template = await n8n.workflow(workflows['webhook-account-fetch.json'].id);
	const workflow = await n8n.createWorkflow({
		name,
		connections: template.connections,
		settings: template.settings,
		nodes: template.nodes.map((node) => ({
			...node,
			...(node.credentials?.[TYPE] && { credentials }),
			...(node.name === TRIGGER && {
				parameters: { path, answer: 'page' },
				webhookId: path,
			}),
		})),
	});
	return {
		provider,
		credentials,
		workflow,
		redirectUri,
		/** Where a customer comes back to, with a code. */
		callback: (reference) => new Browser().consent(linkFor(data, reference, PROVIDER), redirectUri),
	};
}
