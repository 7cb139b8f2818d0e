import type { ICredentialTestFunctions } from 'n8n-workflow';

import type { RequestSender } from '../../../outbound/auth/sender';

/**
 * n8n gives the test of a credential one helper only, the request function of old. It hands over every
 * status here as `httpRequest` does elsewhere, follows no redirect, and leaves bodies as they came.
 */
export function senderOf(helpers: ICredentialTestFunctions['helpers']): RequestSender {
	return {
		helpers: {
			async httpRequest({ url, method, headers, body, qs, timeout }) {
				const answer: unknown = await helpers.request({
					uri: url,
					method,
					headers,
					...(body === undefined
						? {}
						: { body: typeof body === 'string' ? body : JSON.stringify(body) }),
					...(qs === undefined ? {} : { qs }),
					timeout,
					followRedirect: false,
					followAllRedirects: false,
					simple: false,
					resolveWithFullResponse: true,
				});
				return answer;
			},
		},
	};
}
