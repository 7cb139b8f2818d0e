import type { ICredentialTestRequest, ICredentialType, Icon, INodeProperties } from 'n8n-workflow';

import { connectionFields } from './shared/connections';
import { environmentFields, testAuthorizationUrl } from './shared/environment';

const isBasic = '$credentials.requestFormat === "basic"';
const inBody = (field: string) => `={{ ${isBasic} ? undefined : $credentials.${field} }}`;

export class FlinksOutboundAppApi implements ICredentialType {
	name = 'flinksOutboundAppApi';

	displayName = 'Flinks Outbound App API';

	icon: Icon = {
		light: 'file:../icons/flinksOutbound.svg',
		dark: 'file:../icons/flinksOutbound.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-flinks-outbound/n8n-nodes-flinks-outbound#app-credential';

	properties: INodeProperties[] = [
		...environmentFields,
		{
			displayName: 'Client Type',
			name: 'clientType',
			type: 'options',
			options: [
				{
					name: 'Data Recipient',
					value: 'recipient',
					description: 'Connects customers and reads their accounts',
				},
				{
					name: 'Partner',
					value: 'partner',
					description: 'Manages recipients and their registrations',
				},
			],
			default: 'recipient',
			description: 'Whose client ID and secret these are',
		},
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. dc-7tf8aijpjqofl3uxppi136ldc',
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
		},
		{
			displayName: 'Token Request Format',
			name: 'requestFormat',
			type: 'options',
			options: [
				{ name: 'Form Body', value: 'form', description: 'All fields as a form' },
				{
					name: 'Form With Basic Header',
					value: 'basic',
					description: 'Client ID and secret in the authorization header, the rest as a form',
				},
				{ name: 'JSON Body', value: 'json', description: 'As Flinks documents it' },
			],
			default: 'json',
			description: 'How to ask Flinks for tokens. If a right secret is refused, try another.',
		},
		...connectionFields,
	];

	test: ICredentialTestRequest = {
		request: {
			method: 'POST',
			baseURL: testAuthorizationUrl,
			url: '/api/v1/token',
			headers: {
				'Content-Type':
					'={{ $credentials.requestFormat === "json" ? "application/json" : "application/x-www-form-urlencoded" }}',
				Authorization: `={{ ${isBasic} ? "Basic " + (encodeURIComponent($credentials.clientId) + ":" + encodeURIComponent($credentials.clientSecret)).base64Encode() : undefined }}`,
			},
			body: {
				grant_type: 'client_credentials',
				client_id: inBody('clientId'),
				client_secret: inBody('clientSecret'),
				scope: '={{ $credentials.clientType === "partner" ? "client:admin" : undefined }}',
			},
		},
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 400,
					message:
						'Flinks refused the client ID or secret. If both are right, try another Token Request Format.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						'Flinks refused the client ID or secret. If both are right, try another Token Request Format.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 415,
					message:
						'Flinks wants to be asked for tokens in another way: try another Token Request Format.',
				},
			},
		],
	};
}
