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

/** Registrations with the status node, as the partner; `parameters` say which operation. */
export const registrations = (parameters, credentials) =>
	ourNode(
		'flinksCheckRegistrationStatus',
		{ authentication: 'oAuth2', filters: {}, options: {}, ...parameters },
		credentials.partner,
	);

/** A customer's bearer from the item, which the HTTP Request node's OAuth2 credential cannot hold. */
export const bearerOfItem = {
	sendHeaders: true,
	headerParameters: {
		parameters: [{ name: 'Authorization', value: '=Bearer {{ $json.bearer }}' }],
	},
};

/** Query parameters as the HTTP Request node takes them. */
export const query = (parameters) => ({
	sendQuery: true,
	queryParameters: {
		parameters: Object.entries(parameters).map(([name, value]) => ({ name, value: String(value) })),
	},
});

/** The stopwatch package's loop; without a credential each item brings a bearer. */
export const bareLoop = (url, credentials) => ({
	type: 'n8n-nodes-flinks-bench.benchBareLoop',
	typeVersion: 1,
	parameters: { url },
	...(credentials ? { credentials } : {}),
});

/** n8n's Code node, which runs `jsCode` once for all items, in n8n's task runner. */
export const codeNode = (jsCode) => ({
	type: 'n8n-nodes-base.code',
	typeVersion: 2,
	parameters: { mode: 'runOnceForAllItems', language: 'javaScript', jsCode },
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
