import type { ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';

/** Has what our OAuth2 credentials have: hidden fields, one of them computed from another. */
export class ProbeOAuth2Api implements ICredentialType {
	name = 'probeOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'Probe OAuth2 API';

	properties: INodeProperties[] = [
		{ displayName: 'Grant', name: 'grantType', type: 'hidden', default: 'clientCredentials' },
		{ displayName: 'Base URL', name: 'baseUrl', type: 'string', default: '' },
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default: '={{ $self["baseUrl"].replace(/\\/+$/, "") }}/token',
		},
		{ displayName: 'Scope', name: 'scope', type: 'hidden', default: 'client:admin' },
		{
			displayName: 'Client Authentication',
			name: 'authentication',
			type: 'options',
			options: [
				{ name: 'Body', value: 'body' },
				{ name: 'Header', value: 'header' },
			],
			default: 'body',
		},
	];

	test: ICredentialTestRequest = {
		request: { baseURL: '={{ $credentials.baseUrl }}', url: '/echo' },
	};
}

/** The same with the authorization-code grant, where n8n renews with a refresh token. */
export class ProbeConnectedOAuth2Api extends ProbeOAuth2Api {
	override name = 'probeConnectedOAuth2Api';

	override properties: INodeProperties[] = [
		{ displayName: 'Grant', name: 'grantType', type: 'hidden', default: 'authorizationCode' },
		...new ProbeOAuth2Api().properties.slice(1),
	];
}
