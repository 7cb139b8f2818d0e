import type { INodeProperties } from 'n8n-workflow';

/**
 * Keeps the credential out of the HTTP Request and GraphQL nodes, which would send its token anywhere.
 * n8n adds a field of this name to OAuth2 credentials and lets everything through. It is what protects
 * the partner's: n8n (2.41) refuses its own test of a credential with `restrictToSupportedNodes`.
 */
export const noHttpRequests: INodeProperties = {
	displayName: 'Allowed HTTP Request Domains',
	name: 'allowedHttpRequestDomains',
	type: 'hidden',
	default: 'none',
};
