import type { ICredentialType, Icon, INodeProperties } from 'n8n-workflow';

import { clientAuthenticationField } from './shared/clientAuthentication';
import { consentFields, consentQuery } from './shared/consent';
import { authorizationUrl, environmentFields } from './shared/environment';
import { noHttpRequests } from './shared/httpRequests';
import { paceField } from './shared/pace';
import { SUPPORTED_NODES } from './shared/supportedNodes';

/**
 * Has no test: n8n's editor never tests a credential that a person connects, and n8n sends no test for a
 * restricted one. Connect is its test.
 */
export class FlinksOutboundRecipientOAuth2Api implements ICredentialType {
	name = 'flinksOutboundRecipientOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'Flinks Outbound Recipient (One Customer) OAuth2 API';

	icon: Icon = {
		light: 'file:../icons/flinksOutbound.svg',
		dark: 'file:../icons/flinksOutbound.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-flinks-outbound/n8n-nodes-flinks-outbound#recipient-credential';

	supportedNodes = SUPPORTED_NODES.recipient;

	restrictToSupportedNodes = true as const;

	properties: INodeProperties[] = [
		...environmentFields,
		...consentFields,
		{ displayName: 'Grant Type', name: 'grantType', type: 'hidden', default: 'authorizationCode' },
		{
			displayName: 'Authorization URL',
			name: 'authUrl',
			type: 'hidden',
			default: authorizationUrl('/api/v1/authorize', consentQuery),
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default: authorizationUrl('/api/v1/token'),
		},
		{
			displayName: 'Auth URI Query Parameters',
			name: 'authQueryParameters',
			type: 'hidden',
			default: '',
		},
		clientAuthenticationField,
		paceField,
		noHttpRequests,
	];
}
