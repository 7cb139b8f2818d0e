const OURS = 'n8n-nodes-flinks-outbound';

/** n8n's HTTP Request node with its generic OAuth2 credential, everything else as it comes. */
export const httpRequest = (parameters, credentials) => ({
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.5,
	parameters: {
		...(credentials
			? { authentication: 'genericCredentialType', genericAuthType: 'oAuth2Api' }
			: {}),
		options: {},
		...parameters,
	},
	...(credentials ? { credentials } : {}),
});

export const ourNode = (name, parameters, credentials) => ({
	type: `${OURS}.${name}`,
	typeVersion: 1,
	parameters,
	credentials,
});

/** The stopwatch package's loop; without a credential each item brings a bearer. */
export const bareLoop = (url, credentials) => ({
	type: 'n8n-nodes-flinks-bench.benchBareLoop',
	typeVersion: 1,
	parameters: { url: `${url}/api/fdx/5/accounts` },
	...(credentials ? { credentials } : {}),
});

/** The HTTP Request node's own paging, along Flinks' cursor. */
export const alongCursor = {
	pagination: {
		pagination: {
			paginationMode: 'updateAParameterInEachRequest',
			parameters: {
				parameters: [
					{ type: 'qs', name: 'offset', value: '={{ $response.body.page.nextOffset }}' },
				],
			},
			paginationCompleteWhen: 'other',
			completeExpression: '={{ !$response.body.page.nextOffset }}',
			limitPagesFetched: false,
			requestInterval: 0,
		},
	},
};
