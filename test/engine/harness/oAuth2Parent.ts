import type { ICredentialType, INodeProperties } from 'n8n-workflow';

const text = (name: string, defaultValue = '', type: INodeProperties['type'] = 'string') => ({
	displayName: name,
	name,
	type,
	default: defaultValue,
});

/** The fields of n8n's own `oAuth2Api` that its OAuth2 code reads; ours extend it. */
export class OAuth2Parent implements ICredentialType {
	name = 'oAuth2Api';

	displayName = 'OAuth2 API';

	properties: INodeProperties[] = [
		text('grantType', 'authorizationCode'),
		text('authUrl'),
		text('accessTokenUrl'),
		text('clientId'),
		text('clientSecret'),
		text('scope'),
		text('authQueryParameters'),
		text('authentication', 'header'),
		{ ...text('additionalBodyProperties'), doNotInherit: true },
		{ ...text('tokenExpiredStatusCode'), type: 'number', default: 401, doNotInherit: true },
		{ ...text('ignoreSSLIssues'), type: 'boolean', default: false, doNotInherit: true },
	];
}
