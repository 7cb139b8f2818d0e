import type { IExecuteFunctions } from 'n8n-workflow';

import type { AppCredential } from '../../outbound/auth/appCredential';
import { readAppCredential } from '../../outbound/auth/appCredential';
import { openAppSession } from '../../outbound/auth/appSession';
import type { NodeContext } from '../../outbound/auth/nodeContext';
import type { Client } from '../../outbound/http/client';
import { createClient } from '../../outbound/http/client';
import { FlinksFailure } from '../../outbound/failure';
import type { Outcome } from '../../outbound/outcome';
import { done, failed } from '../../outbound/outcome';
import type { Runtime } from '../../outbound/http/runtime';

/** The App credential of a data recipient; every item ends with the reason where it cannot be used. */
export async function openRecipientApp(
	context: NodeContext & Pick<IExecuteFunctions, 'getCredentials'>,
): Promise<Outcome<AppCredential>> {
	try {
		const data = await context.getCredentials('flinksOutboundAppApi');
		if (data.clientType === 'partner') return failed(PARTNER);
		return done(readAppCredential(data));
	} catch (error) {
		return failed(error instanceof FlinksFailure ? error.failure : UNREADABLE);
	}
}

/** A client for the recipient's own calls; Flinks names no scope for their token. */
export function recipientClient(
	context: NodeContext,
	app: AppCredential,
	runtime: Runtime,
): Client {
	return createClient(openAppSession(context, app, runtime), runtime);
}

const PARTNER = {
	kind: 'credential-refused',
	title: "The Flinks credential is a partner's, but this needs one of a data recipient",
	remedy:
		"Choose the credential of the recipient, or set 'Client Type' in it to Data Recipient. Nothing was sent.",
} as const;

const UNREADABLE = {
	kind: 'credential-refused',
	title: 'The Flinks credential could not be read',
	remedy: 'Open the credential, check it, and save it again.',
} as const;
