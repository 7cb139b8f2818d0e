import type { Recipient } from '../store/types';

/** As in the list, I3. */
export function summary(recipient: Recipient): object {
	const { client_id, name, logo_uri, description, terms_uri, client_uri, country, contacts } =
		recipient;
	return { client_id, name, logo_uri, description, terms_uri, client_uri, country, contacts };
}

/** As on its own, I4; with other redirect URIs where an older state is shown. */
export function details(recipient: Recipient, redirectUris = recipient.redirect_uris): object {
	return {
		...summary(recipient),
		scope: recipient.scopes.join(' '),
		redirect_uris: redirectUris,
	};
}

/** A new recipient is not to be seen by the next so many readers. */
export function hide(recipient: Recipient, reads: number): void {
	if (reads > 0) recipient.hiddenReads = reads;
}

export function isHidden({ hiddenReads = 0 }: Recipient): boolean {
	return hiddenReads > 0;
}

/** Somebody looked for it. */
export function uncover(recipient: Recipient): void {
	if (recipient.hiddenReads !== undefined) recipient.hiddenReads -= 1;
}
