import type { ICredentialType, Icon, INodeProperties } from 'n8n-workflow';

import { connectionFields } from './shared/connections';
import { environmentFields } from './shared/environment';
import { paceField } from './shared/pace';
import { SUPPORTED_NODES } from './shared/supportedNodes';

/** Tested by the nodes that use it: see nodes/shared/credentialTest. */
export class FlinksOutboundAppApi implements ICredentialType {
	name = 'flinksOutboundAppApi';

	displayName = 'Flinks Outbound App (Many Customers) API';

	icon: Icon = {
		light: 'file:../icons/flinksOutbound.svg',
		dark: 'file:../icons/flinksOutbound.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-flinks-outbound/n8n-nodes-flinks-outbound#app-credential';

	supportedNodes = SUPPORTED_NODES.app;

	restrictToSupportedNodes = true as const;

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
				{
					name: 'Automatic',
					value: 'automatic',
					description:
						'JSON, then a form, then a form with Basic header: the first that Flinks takes',
				},
				{ name: 'Form Body', value: 'form', description: 'All fields as a form' },
				{
					name: 'Form With Basic Header',
					value: 'basic',
					description: 'Client ID and secret in the authorization header, the rest as a form',
				},
				{ name: 'JSON Body', value: 'json', description: 'As Flinks documents it' },
			],
			default: 'automatic',
			description: 'How to ask Flinks for tokens',
		},
		...connectionFields,
		paceField,
	];
}
