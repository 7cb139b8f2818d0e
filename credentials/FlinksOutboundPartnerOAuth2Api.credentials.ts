import type { ICredentialTestRequest, ICredentialType, Icon, INodeProperties } from 'n8n-workflow';

import { clientAuthenticationField } from './shared/clientAuthentication';
import { authorizationUrl, environmentFields } from './shared/environment';
import { paceField } from './shared/pace';
import { SUPPORTED_NODES } from './shared/supportedNodes';
import { noHttpRequests } from './shared/httpRequests';
import { apiTest } from './shared/apiTest';

export class FlinksOutboundPartnerOAuth2Api implements ICredentialType {
	name = 'flinksOutboundPartnerOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'Flinks Outbound Partner (Registrations) OAuth2 API';

	icon: Icon = {
		light: 'file:../icons/flinksOutbound.svg',
		dark: 'file:../icons/flinksOutbound.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-flinks-outbound/n8n-nodes-flinks-outbound#partner-credential';

	supportedNodes = SUPPORTED_NODES.partner;

	properties: INodeProperties[] = [
		...environmentFields,
		{ displayName: 'Grant Type', name: 'grantType', type: 'hidden', default: 'clientCredentials' },
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default: authorizationUrl('/api/v1/token'),
		},
		{ displayName: 'Scope', name: 'scope', type: 'hidden', default: 'client:admin' },
		{
			displayName: 'Send Additional Body Properties',
			name: 'sendAdditionalBodyProperties',
			type: 'hidden',
			default: false,
		},
		clientAuthenticationField,
		paceField,
		noHttpRequests,
	];

	test: ICredentialTestRequest = apiTest('/api/v1/recipients');
}
