import type { INodeCredentialDescription } from 'n8n-workflow';

import { choice } from '../fields/choice';
import type { ItemInput } from '../input/itemInput';
import type { Access, CredentialName, Sending } from './access';
import { openClient } from './openClient';

/** Which credential a partner node uses: one that n8n keeps the token of, or an app's own. */
const authentication = choice({
	name: 'authentication',
	label: 'Authentication',
	fixed: true,
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
});

/** For the `credentials` of a node whose every operation is a partner's. */
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

/** As a partner: recipients, registrations, supported providers. */
export const partner: Access<Sending> = {
	properties: authentication.properties,
	credential,
	open: async (host, atOnce) => await openClient(host, credential(host.first), atOnce),
};

function credential(first: ItemInput): CredentialName {
	const chosen = authentication.read(first);
	return chosen.kind === 'done' && chosen.value === 'app'
		? 'flinksOutboundAppApi'
		: 'flinksOutboundPartnerOAuth2Api';
}
