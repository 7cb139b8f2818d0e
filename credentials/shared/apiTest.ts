import type { ICredentialTestRequest } from 'n8n-workflow';

import { testBaseUrl } from './environment';

const ELSEWHERE = 'Flinks sends this request elsewhere, and it was not followed.';
const ADDRESS = 'Check the API Base URL of the credential.';
const LATER = 'Flinks is not available at the moment. Test again in a few minutes.';
const REFUSED =
	'Flinks gave a token, but does not take it at the API Base URL. Check that both base URLs belong to the same environment.';

const SENTENCES: Readonly<Record<number, string>> = {
	301: `${ELSEWHERE} ${ADDRESS}`,
	302: `${ELSEWHERE} ${ADDRESS}`,
	303: `${ELSEWHERE} ${ADDRESS}`,
	307: `${ELSEWHERE} ${ADDRESS}`,
	308: `${ELSEWHERE} ${ADDRESS}`,
	400: REFUSED,
	401: REFUSED,
	403: 'Flinks gave a token, but does not let it do this. Check that the client ID and secret are of the kind that this credential is for.',
	404: `There is no Flinks Outbound at this address. ${ADDRESS}`,
	405: `There is no Flinks Outbound at this address. ${ADDRESS}`,
	429: 'Flinks was asked too often. Wait a minute, then test again.',
	500: LATER,
	502: LATER,
	503: LATER,
	504: LATER,
};

const WEB_PAGE = `A web page came back instead of an answer from Flinks. ${ADDRESS}`;

const RULES = [
	...Object.entries(SENTENCES).map(([status, message]) => ({
		type: 'responseCode' as const,
		properties: { value: Number(status), message },
	})),
	// A web page is a text here, whose first character tells it from an answer.
	...['<', '\n', '\r', ' '].map((value) => ({
		type: 'responseSuccessBody' as const,
		properties: { key: '0', value, message: WEB_PAGE },
	})),
];

/**
 * The test of an OAuth2 credential. n8n (1.123 to 2.41) never asks a node to test one, so this can tell
 * answers of the API apart and nothing else: what the token endpoint says comes in n8n's own words.
 */
export function apiTest(path: string): ICredentialTestRequest {
	return {
		request: { baseURL: testBaseUrl, url: path, disableFollowRedirect: true },
		// n8n reads each rule by its own type, but declares that all of a list have the same.
		rules: RULES as ICredentialTestRequest['rules'] & object,
	};
}
