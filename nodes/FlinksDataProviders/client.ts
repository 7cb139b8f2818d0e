import type { IExecuteFunctions } from 'n8n-workflow';

import type { Client } from '../../outbound/http/client';
import type { Outcome } from '../../outbound/outcome';
import { done } from '../../outbound/outcome';
import { createRuntime } from '../../outbound/http/runtime';
import { openClient } from '../common/open';
import { openRecipientApp, recipientClient } from '../common/openApp';
import type { Parameters } from '../common/parameters';
import { partnerCredential } from '../common/partnerAuthentication';

/** Supported providers are read with a partner's token, active ones with the recipient's own. */
export async function openProviderClient(
	context: IExecuteFunctions,
	parameters: Parameters,
): Promise<Outcome<Client>> {
	if (parameters.read('operation', 0, 'getAllSupported') !== 'getAllActive') {
		const credential = partnerCredential(parameters.read('authentication', 0, 'oAuth2'));
		return done(await openClient(context, credential));
	}
	const app = await openRecipientApp(context);
	if (app.kind === 'failed') return app;
	const runtime = createRuntime({ signal: context.getExecutionCancelSignal() });
	return done(recipientClient(context, app.value, runtime));
}
