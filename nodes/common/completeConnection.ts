import type { IDataObject } from 'n8n-workflow';

import type { AppCredential } from '../../outbound/auth/appCredential';
import type { NodeContext } from '../../outbound/auth/nodeContext';
import type { Connection } from '../../outbound/connections/connection';
import { explainDeclined } from '../../outbound/connections/declined';
import { exchangeCode, leavesCodeUsable } from '../../outbound/connections/exchange';
import type { Answer } from '../../outbound/connections/readAnswer';
import { sealConnection } from '../../outbound/connections/seal';
import type { LinkGuard } from '../../outbound/connections/spentLinks';
import type { Failure } from '../../outbound/failure';
import type { Outcome } from '../../outbound/outcome';
import { done, failed, outcomeOf } from '../../outbound/outcome';
import type { Runtime } from '../../outbound/http/runtime';

/** What a customer's return ends as; each kind has an output of its own. */
export interface Completed {
	readonly output: 'connected' | 'declined';
	readonly row: IDataObject;
}

/** Exchanges the code of an answer that was checked before, unless its link was spent already. */
export async function complete(
	context: NodeContext,
	app: AppCredential,
	guard: LinkGuard,
	answer: Answer,
	runtime: Runtime,
): Promise<Outcome<Completed>> {
	const { nonce, expiresAtMs } = answer.link;
	if (answer.kind === 'declined') {
		// A customer who declined may still consent through the same link, but is reported once.
		const isNew = !guard.isTaken(nonce) && guard.take(`${nonce} declined`, expiresAtMs);
		return isNew ? done({ output: 'declined', row: declinedRow(answer) }) : failed(SPENT);
	}
	const { link, code } = answer;
	if (!guard.take(nonce, expiresAtMs)) return failed(SPENT);
	const exchanged = await outcomeOf(
		async () => await exchangeCode(context, app, link, code, runtime),
	);
	if (exchanged.kind === 'failed') {
		if (leavesCodeUsable(exchanged.failure)) guard.release(nonce);
		return exchanged;
	}
	return done({ output: 'connected', row: connectedRow(app, exchanged.value) });
}

function connectedRow(app: AppCredential, connection: Connection): IDataObject {
	const { connectionId, reference, providerId, scope, connectedAt, language } = connection;
	return {
		connection: sealConnection(connection, { current: app.connectionKey }, app.clientId),
		connectionId,
		reference: reference ?? null,
		providerId,
		scope: scope ?? null,
		connectedAt,
		language: language ?? null,
	};
}

function declinedRow({
	link,
	error,
	description,
}: Extract<Answer, { kind: 'declined' }>): IDataObject {
	const { reason, title, remedy } = explainDeclined(error);
	const { reference, providerId, language } = link;
	return {
		reference,
		providerId,
		reason,
		title,
		remedy,
		error,
		errorDescription: description,
		language: language ?? null,
	};
}

/** Somebody brought back an answer that had made a connection before: a reload, or a replay. */
export const SPENT: Failure = {
	kind: 'invalid-input',
	title: 'This authorization link was used already',
	remedy:
		'Nothing was sent to Flinks: each link is answered once. If the customer has to connect again, create a new link.',
};
