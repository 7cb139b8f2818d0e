import type { IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { readAppCredential } from '../../outbound/auth/appCredential';
import { openAppSession, PARTNER_SCOPE } from '../../outbound/auth/appSession';
import type { NodeContext } from '../../outbound/auth/nodeContext';
import { openOAuth2Session } from '../../outbound/auth/oauth2Session';
import type { Session } from '../../outbound/http/session';
import type { Client } from '../../outbound/http/client';
import { createClient } from '../../outbound/http/client';
import { FlinksFailure } from '../../outbound/failure';
import type { Runtime } from '../../outbound/http/runtime';
import { createRuntime } from '../../outbound/http/runtime';

/** The credential types of this package; a partner node takes the first two. */
export type CredentialName =
	'flinksOutboundAppApi' | 'flinksOutboundPartnerOAuth2Api' | 'flinksOutboundRecipientOAuth2Api';

/** A client for the run of one node. `bound` is the most requests in flight at once. */
export async function openClient(
	context: IExecuteFunctions,
	credential: CredentialName,
	bound?: number,
): Promise<Client> {
	const runtime = createRuntime({
		...(bound === undefined ? {} : { bound }),
		signal: context.getExecutionCancelSignal(),
	});
	try {
		return createClient(await openSession(context, credential, runtime), runtime);
	} catch (error) {
		if (error instanceof FlinksFailure) return refusingClient(error, runtime);
		throw asCredentialError(context, error);
	}
}

async function openSession(
	context: NodeContext,
	credential: CredentialName,
	runtime: Runtime,
): Promise<Session> {
	if (credential !== 'flinksOutboundAppApi') {
		return await openOAuth2Session(context, credential, runtime);
	}
	const app = readAppCredential(await context.getCredentials(credential));
	return openAppSession(context, app, runtime, PARTNER_SCOPE);
}

/** Every item then ends with the reason, as it would with any other failure. */
function refusingClient(failure: FlinksFailure, runtime: Runtime): Client {
	return { runtime, send: async () => await Promise.reject(failure) };
}

/** n8n's own words for a credential that is missing or cannot be read; they hold nothing secret. */
function asCredentialError(context: IExecuteFunctions, error: unknown): NodeOperationError {
	return new NodeOperationError(
		context.getNode(),
		error instanceof Error ? error.message : 'The credential could not be read',
	);
}

/** A client for filling a list in the editor: a person waits, so it is tried only once more. */
export async function openEditorClient(
	context: ILoadOptionsFunctions,
	credential: CredentialName,
): Promise<Client> {
	const runtime = createRuntime({ maxTries: 2 });
	return createClient(await openSession(context, credential, runtime), runtime);
}
