import type {
	INodeCredentialDescription,
	INodeProperties,
	INodeTypeDescription,
} from 'n8n-workflow';

/** Whose data a node reads: that of the one connected account, or of each item's own customer. */
export const customerAuthenticationFields: INodeProperties[] = [
	{
		displayName: 'Authentication',
		name: 'authentication',
		type: 'options',
		options: [
			{
				name: 'Connected Account',
				value: 'connectedAccount',
				description: 'One customer, who gave consent in the credential itself',
			},
			{
				name: 'Customer Connection',
				value: 'customerConnection',
				description:
					'Many customers: each item brings its connection, made by Flinks Connect Customer',
			},
		],
		default: 'connectedAccount',
	},
	{
		displayName: 'Connection Field',
		name: 'connectionField',
		type: 'string',
		default: 'connection',
		placeholder: 'e.g. connection',
		displayOptions: { show: { authentication: ['customerConnection'] } },
		description:
			'Name of the field of each item that holds the sealed connection. Use dots for fields inside fields.',
	},
];

export const customerCredentials: INodeCredentialDescription[] = [
	{
		name: 'flinksOutboundRecipientOAuth2Api',
		required: true,
		displayOptions: { show: { authentication: ['connectedAccount'] } },
	},
	{
		name: 'flinksOutboundAppApi',
		required: true,
		displayOptions: { show: { authentication: ['customerConnection'] } },
	},
];

/** With customer connections there is a second output, for connections that must be stored anew. */
export function customerOutputs(rows: string): INodeTypeDescription['outputs'] {
	return `={{ $parameter["authentication"] === "customerConnection" ? [{ type: "main", displayName: "${rows}" }, { type: "main", displayName: "Changed Connections" }] : [{ type: "main" }] }}`;
}
