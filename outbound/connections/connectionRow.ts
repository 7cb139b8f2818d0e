import type { AppCredential } from '../auth/appCredential';
import type { Connection } from './connection';
import { explainDeclined } from './declined';
import type { Answer } from './readAnswer';
import { sealConnection } from './seal';
import type { StateContent } from './stateContent';

/** What a workflow stores for a customer who connected. `null` where nothing is known. */
export type ConnectedRow = {
	/** Sealed. */
	connection: string;
	connectionId: string;
	/** The same in every answer to one link, so that a table can be unique on it. */
	linkId: string;
	reference: string;
	/** The bank the link asked for: the customer can change it, and Flinks does not name the bank. */
	requestedProviderId: string;
	/** Space separated: what the customer granted, as Flinks says. */
	scope: string | null;
	requestedScope: string;
	/** ISO 8601. */
	connectedAt: string;
	language: string | null;
};

/** Why there is no connection, in our words only. */
export type DeclinedRow = {
	linkId: string;
	reference: string;
	requestedProviderId: string;
	requestedScope: string;
	reason: 'customer' | 'setup' | 'temporary';
	title: string;
	remedy: string;
	/** As Flinks publishes it, or `unlisted`. */
	error: string;
	language: string | null;
};

/** @throws FlinksFailure for a weak key */
export function connectedRow(
	app: AppCredential,
	connection: Connection,
	link: StateContent,
): ConnectedRow {
	return {
		connection: sealConnection(connection, app),
		connectionId: connection.connectionId,
		...askedFor(link),
		scope: connection.scope ?? null,
		requestedScope: link.requestedScope,
		connectedAt: connection.connectedAt,
		language: link.language ?? null,
	};
}

export function declinedRow({ link, error }: Extract<Answer, { kind: 'declined' }>): DeclinedRow {
	const { requestedScope, language } = link;
	return {
		...askedFor(link),
		requestedScope,
		...explainDeclined(error),
		language: language ?? null,
	};
}

function askedFor({ nonce, reference, requestedProviderId }: StateContent) {
	return { linkId: nonce, reference, requestedProviderId };
}
