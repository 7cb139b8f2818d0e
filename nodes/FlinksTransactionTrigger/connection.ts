import type { Host } from '../shared/host/host';

/** Which consent the states are bound to: the credential that holds it. */
export function connectionOf({ node }: Host): string {
	return node.credentials?.flinksOutboundRecipientOAuth2Api?.id ?? '';
}
