import type { AppCredential } from '../../../outbound/auth/appCredential';
import { readAppCredential } from '../../../outbound/auth/appCredential';
import { FlinksFailure } from '../../../outbound/failure';
import type { Host } from '../host/host';

type ClientType = 'partner' | 'recipient';

/**
 * The App credential, where its Client Type is the one that the operation needs.
 * @throws FlinksFailure otherwise, before anything is sent
 */
export async function readApp(host: Host, needed: ClientType): Promise<AppCredential> {
	const data = await host.credential('flinksOutboundAppApi');
	const given: ClientType = data.clientType === 'partner' ? 'partner' : 'recipient';
	if (given !== needed) throw wrongType(given, needed);
	return readAppCredential(data);
}

const OWNERS = { partner: 'a partner', recipient: 'a data recipient' } as const;
const LABELS = { partner: 'Partner', recipient: 'Data Recipient' } as const;

function wrongType(given: ClientType, needed: ClientType): FlinksFailure {
	return new FlinksFailure({
		kind: 'credential-refused',
		title: `The Client Type of the Flinks credential is ${LABELS[given]}, but this needs the credential of ${OWNERS[needed]}`,
		remedy: `Choose a credential whose 'Client Type' is ${LABELS[needed]}. If the client ID and secret in this one are those of ${OWNERS[needed]}, set its 'Client Type' to ${LABELS[needed]}. Nothing was sent.`,
	});
}
