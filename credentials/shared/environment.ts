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

/** An expression that puts `rest`, itself an expression, behind a base URL where that is safe. */
function checkedUrl(base: string, rest: string): string {
	return `((base) => ${SAFE_URL}.test(base) ? base + ${rest} : "${REFUSED}")((${base}).trim().replace(/\\/+$/, ""))`;
}

/**
 * An n8n expression for a URL below the authorization host. n8n evaluates each expression of a
 * credential anew for every request (about 1 ms), so a credential has as few as it can.
 * @param query an expression for what follows the path, such as `"?a=" + $self["a"]`
 */
export function authorizationUrl(path: string, query?: string): string {
	const rest = query === undefined ? `"${path}"` : `"${path}" + ${query}`;
	const custom = checkedUrl('$self["authorizationBaseUrl"] || $self["apiBaseUrl"] || ""', rest);
	return `={{ $self["environment"] === "custom" ? ${custom} : "${PRODUCTION.authorization}" + ${rest} }}`;
}

/** The API host as a credential test sees it: there, fields are `$credentials`. */
export const testBaseUrl = `={{ $credentials.environment === "custom" ? ${checkedUrl(
	'$credentials.apiBaseUrl || ""',
	'""',
)} : "${PRODUCTION.api}" }}`;
