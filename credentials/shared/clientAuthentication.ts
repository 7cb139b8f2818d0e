import type { INodeProperties } from 'n8n-workflow';

/** Flinks' pages leave open how the token endpoint wants the client ID and secret (see docs/open-questions.md). */
export const clientAuthenticationField: INodeProperties = {
	displayName: 'Client Authentication',
	name: 'authentication',
	type: 'options',
	options: [
		{
			name: 'Header',
			value: 'header',
			description: 'Send the client ID and secret as a Basic authorization header',
		},
		{
			name: 'Request Body',
			value: 'body',
			description: 'Send the client ID and secret as form fields',
		},
	],
	default: 'body',
	description:
		'How to prove to Flinks who is asking. If the secret is right but refused, try the other.',
};
