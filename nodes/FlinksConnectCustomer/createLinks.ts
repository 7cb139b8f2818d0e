import type { IDataObject } from 'n8n-workflow';

import type { AppCredential } from '../../outbound/auth/appCredential';
import type { LinkOrder } from '../../outbound/connections/authorizeLink';
import { createAuthorizeLink } from '../../outbound/connections/authorizeLink';
import type { Outcome } from '../../outbound/outcome';
import { done } from '../../outbound/outcome';
import type { ItemResult } from '../common/results';

/** One link for each item; nothing is sent to Flinks. */
export function createLinks(
	app: Outcome<AppCredential>,
	orders: ReadonlyArray<Outcome<LinkOrder>>,
	nowMs: number,
): ItemResult[] {
	return orders.map((order) => {
		if (order.kind === 'failed') return order;
		if (app.kind === 'failed') return app;
		return done([linkRow(app.value, order.value, nowMs)]);
	});
}

function linkRow(app: AppCredential, order: LinkOrder, nowMs: number): IDataObject {
	const { reference, providerId, language, correlationId } = order;
	const { linkId, authorizationUrl, scope, expiresAtMs } = createAuthorizeLink(app, order, nowMs);
	return {
		authorizationUrl,
		linkId,
		reference,
		providerId,
		scope,
		language,
		expiresAt: new Date(expiresAtMs).toISOString(),
		...(correlationId === undefined ? {} : { correlationId }),
	};
}
