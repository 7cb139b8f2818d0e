import type { INodeCredentialDescription, INodeProperties } from 'n8n-workflow';

import type { CredentialName } from './open';

/** Which credential a partner node uses: one that n8n keeps the token of, or an app's own. */
export const partnerAuthenticationField: INodeProperties = {
	displayName: 'Authentication',
	name: 'authentication',
	type: 'options',
	options: [
		{
			name: 'App',
			value: 'app',
			description: 'Client ID and secret of a partner, with a choice of token request formats',
		},
		{
			name: 'OAuth2',
			value: 'oAuth2',
			description: 'Token kept by n8n, which always asks for it as a form',
		},
	],
	default: 'oAuth2',
};

export const partnerCredentials: INodeCredentialDescription[] = [
	{
		name: 'flinksOutboundPartnerOAuth2Api',
		required: true,
		displayOptions: { show: { authentication: ['oAuth2'] } },
	},
	{
		name: 'flinksOutboundAppApi',
		required: true,
		displayOptions: { show: { authentication: ['app'] } },
	},
];

export function partnerCredential(authentication: unknown): CredentialName {
	return authentication === 'app' ? 'flinksOutboundAppApi' : 'flinksOutboundPartnerOAuth2Api';
}
