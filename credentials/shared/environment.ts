import type { INodeProperties } from 'n8n-workflow';

import { PRODUCTION } from '../../outbound/auth/environment';

/** Where Flinks is: the production hosts, or two of one's own. Shared by every credential. */
export const environmentFields: INodeProperties[] = [
	{
		displayName: 'Environment',
		name: 'environment',
		type: 'options',
		options: [
			{
				name: 'Custom',
				value: 'custom',
				description: 'Another address, such as a sandbox or pre-production',
			},
			{ name: 'Production', value: 'production', description: `Flinks at ${PRODUCTION.api}` },
		],
		default: 'production',
		description: 'Which Flinks Outbound to use',
	},
	{
		displayName: 'API Base URL',
		name: 'apiBaseUrl',
		type: 'string',
		required: true,
		displayOptions: { show: { environment: ['custom'] } },
		default: '',
		placeholder: 'e.g. https://ob.flinksapp.com',
		description:
			'Address of the partner and data endpoints, without a path. It must start with https, except for this computer itself.',
	},
	{
		displayName: 'Authorization Base URL',
		name: 'authorizationBaseUrl',
		type: 'string',
		displayOptions: { show: { environment: ['custom'] } },
		default: '',
		placeholder: 'e.g. https://api.flinks.io',
		description:
			'Address of the consent page and the token endpoint. Leave empty if it is the same.',
	},
];

/** Secrets go over https, or stay on this computer; n8n sends the token request by itself, so the address has to refuse. */
const SAFE_URL =
	'/^(https:\\/\\/|http:\\/\\/(localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1\\])(?=[:\\/]|$))[^\\s?#@]+$/i';

/**
 * An address that no request can be sent to and whose scheme says why: n8n then shows
 * "Unsupported protocol the-base-url-must-start-with-https:".
 */
const REFUSED = 'the-base-url-must-start-with-https:';

function checkedUrl(base: string, path: string): string {
	return `((base) => ${SAFE_URL}.test(base) ? base + "${path}" : "${REFUSED}")((${base}).trim().replace(/\\/+$/, ""))`;
}

const customAuthorization = '($self["authorizationBaseUrl"] || $self["apiBaseUrl"] || "")';
const isCustom = '$self["environment"] === "custom"';

/** An n8n expression for a URL below the authorization host. */
export function authorizationUrl(path: string): string {
	return `={{ ${isCustom} ? ${checkedUrl(customAuthorization, path)} : "${PRODUCTION.authorization}${path}" }}`;
}

/** The API host as the credential test sees it: there, fields are `$credentials`. */
export const testBaseUrl = `={{ $credentials.environment === "custom" ? ${checkedUrl(
	'($credentials.apiBaseUrl || "")',
	'',
)} : "${PRODUCTION.api}" }}`;

/** The same for the authorization host. */
export const testAuthorizationUrl = `={{ $credentials.environment === "custom" ? ${checkedUrl(
	'($credentials.authorizationBaseUrl || $credentials.apiBaseUrl || "")',
	'',
)} : "${PRODUCTION.authorization}" }}`;
