import type { Failure } from '../../../outbound/failure';
import { FlinksFailure } from '../../../outbound/failure';
import type { Outcome } from '../../../outbound/outcome';
import { done, failed } from '../../../outbound/outcome';
import type { Host } from '../host/host';
import type { CredentialName } from './access';

/** What came of opening a credential; every item ends with the reason where it could not be. */
export async function opened<T>(
	host: Pick<Host, 'hasCredential'>,
	credential: CredentialName,
	open: () => Promise<T>,
): Promise<Outcome<T>> {
	if (!host.hasCredential(credential)) return failed(NOT_CHOSEN);
	try {
		return done(await open());
	} catch (error) {
		return failed(error instanceof FlinksFailure ? error.failure : unreadable(error));
	}
}

/** n8n's own words for a credential that cannot be read; they hold nothing secret. */
function unreadable(error: unknown): Failure {
	return {
		kind: 'credential-refused',
		title: error instanceof Error ? error.message : 'The Flinks credential could not be read',
		remedy:
			'If the credential was deleted, choose another one in the node. Otherwise open it, check it, and save it again. Nothing was sent.',
	};
}

const NOT_CHOSEN: Failure = {
	kind: 'credential-refused',
	title: 'No Flinks credential is chosen in this node',
	remedy: 'Open the node and choose one, or create one. Nothing was sent.',
};
