import type { Recipient, RecipientDetails } from '../../outbound/model/rows';

/** A recipient as a row: ID and name first. Fields that only single recipients have follow. */
export function recipientRow(recipient: Recipient & Partial<RecipientDetails>) {
	const { client_id, contacts, scope, redirect_uris } = recipient;
	return {
		recipientId: client_id,
		name: recipient.name ?? null,
		country: recipient.country ?? null,
		description: recipient.description ?? null,
		website: recipient.client_uri ?? null,
		logoUrl: recipient.logo_uri ?? null,
		termsUrl: recipient.terms_uri ?? null,
		contactEmails: (contacts ?? []).flatMap(({ email }) => email ?? []),
		...(scope === undefined ? {} : { scopes: (scope ?? '').split(/\s+/).filter(Boolean) }),
		...(redirect_uris === undefined ? {} : { redirectUris: redirect_uris ?? [] }),
	};
}
