import type { ICredentialType, Icon, INodeProperties } from 'n8n-workflow';

import { clientAuthenticationField } from './shared/clientAuthentication';
import { consentFields } from './shared/consent';
import { authorizationUrl, environmentFields } from './shared/environment';

/** ACCOUNT_BASIC is the least Flinks accepts, so it is no choice. */
const SCOPE =
	'={{ ["ACCOUNT_BASIC"].concat(($self["scopes"] || []).filter((scope) => scope !== "ACCOUNT_BASIC")).join(" ") }}';

const CONSENT_QUERY =
	'={{ "provider_id=" + encodeURIComponent(($self["providerId"] || "").toString().trim()) + "&lang=" + ($self["language"] || "en") + ($self["correlationId"] ? "&correlation_id=" + encodeURIComponent($self["correlationId"].trim()) : "") }}';

export class FlinksOutboundRecipientOAuth2Api implements ICredentialType {
	name = 'flinksOutboundRecipientOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'Flinks Outbound Recipient OAuth2 API';

	icon: Icon = {
		light: 'file:../icons/flinksOutbound.svg',
		dark: 'file:../icons/flinksOutbound.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-flinks-outbound/n8n-nodes-flinks-outbound#recipient-credential';

	properties: INodeProperties[] = [
		...environmentFields,
		...consentFields,
		{ displayName: 'Grant Type', name: 'grantType', type: 'hidden', default: 'authorizationCode' },
		{
			displayName: 'Authorization URL',
			name: 'authUrl',
			type: 'hidden',
			default: authorizationUrl('/api/v1/authorize'),
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default: authorizationUrl('/api/v1/token'),
		},
		{ displayName: 'Scope', name: 'scope', type: 'hidden', default: SCOPE },
		{
			displayName: 'Auth URI Query Parameters',
			name: 'authQueryParameters',
			type: 'hidden',
			default: CONSENT_QUERY,
		},
		clientAuthenticationField,
	];
}
