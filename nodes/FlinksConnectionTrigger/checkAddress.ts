import type { IHookFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { checkRouting } from './checkRouting';

/**
 * When the workflow is published: customers come back to the redirect URI of the credential, so it has to
 * be this node's. Paths only, since n8n may stand behind a proxy and not know its own host.
 * @throws NodeOperationError
 */
export async function checkAddress(context: IHookFunctions): Promise<void> {
	// A test of the editor listens at another address, where no customer comes.
	if (context.getMode() === 'manual') return;
	const { redirectUri } = await context.getCredentials('flinksOutboundAppApi');
	const registered = typeof redirectUri === 'string' ? redirectUri.trim() : '';
	const own = pathOf(context.getNodeWebhookUrl('default'));
	if (own === undefined) return;
	if (pathOf(registered)?.endsWith(own) === true) return await checkRouting(context, registered);
	// n8n shows only the message of an error that comes up while it publishes.
	throw new NodeOperationError(
		context.getNode(),
		`The Redirect URI of the Flinks credential is ${registered === '' ? 'empty' : `"${registered}"`}, but this node answers at "${own}". Enter this node's Production URL there, and register it at Flinks.`,
	);
}

function pathOf(address: string | undefined): string | undefined {
	return address !== undefined && URL.canParse(address) ? new URL(address).pathname : undefined;
}
