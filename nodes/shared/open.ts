import type { IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { openOAuth2Session } from '../../outbound/auth/oauth2Session';
import type { Client } from '../../outbound/client';
import { createClient } from '../../outbound/client';
import { FlinksFailure } from '../../outbound/failure';
import type { Runtime } from '../../outbound/runtime';
import { createRuntime } from '../../outbound/runtime';

export const PARTNER_OAUTH2 = 'flinksOutboundPartnerOAuth2Api';
export const RECIPIENT_OAUTH2 = 'flinksOutboundRecipientOAuth2Api';

/** A client for the run of one node. `bound` is the most requests in flight at once. */
export async function openClient(
	context: IExecuteFunctions,
	credentialType: string,
	bound?: number,
): Promise<Client> {
	const runtime = createRuntime({
		...(bound === undefined ? {} : { bound }),
		signal: context.getExecutionCancelSignal(),
	});
	try {
		return createClient(await openOAuth2Session(context, credentialType, runtime), runtime);
	} catch (error) {
		if (error instanceof FlinksFailure) return refusingClient(error, runtime);
		throw asCredentialError(context, error);
	}
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
	credentialType: string,
): Promise<Client> {
	const runtime = createRuntime({ maxTries: 2 });
	return createClient(await openOAuth2Session(context, credentialType, runtime), runtime);
}
