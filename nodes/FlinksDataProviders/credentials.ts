import type { INodeCredentialDescription } from 'n8n-workflow';

/** Supported providers are a partner's to ask for, a recipient's active ones are its own. */
export const credentials: INodeCredentialDescription[] = [
	{
		name: 'flinksOutboundPartnerOAuth2Api',
		required: true,
		// n8n hides every field that a credential's `show` names, so the operation stands in `hide`.
		displayOptions: { show: { authentication: ['oAuth2'] }, hide: { operation: ['getAllActive'] } },
	},
	{
		name: 'flinksOutboundAppApi',
		required: true,
		displayOptions: { hide: { authentication: ['oAuth2'] } },
	},
];
