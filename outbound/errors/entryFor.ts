import type { ApiRequest, ApiResponse } from '../wire';
import { saysTokenIsBad } from './badToken';
import type { ErrorBody } from './body';
import type { Entry } from './entry';
import { REFUSED_WITHOUT_REASON } from './familyStatusTable';
import { FDX_CODES } from './fdxTable';
import { OAUTH_CODES } from './oauthTable';
import { entryForStatus } from './statusTable';

const WEB_PAGE: Entry = {
	kind: 'unexpected-answer',
	reason: 'a web page came back instead of an answer from Flinks',
	remedy:
		'Check the base URL in the Flinks credential. If it is right, a proxy or firewall between n8n and Flinks answered: ask whoever runs it.',
};

const own = (table: Readonly<Record<string, Entry>>, code: string): Entry | undefined =>
	Object.hasOwn(table, code) ? table[code] : undefined;

// Below 600 the FDX codes look like HTTP statuses; elsewhere than on FDX they would be just that.
function entryForCode(family: ApiRequest['family'], code: string): Entry | undefined {
	const isFdxOnly = family === 'fdx' || Number(code) >= 600;
	return own(OAUTH_CODES, code) ?? (isFdxOnly ? own(FDX_CODES, code) : undefined);
}

const usesConnection = (request: ApiRequest): boolean => {
	const sent: Readonly<Record<string, unknown>> = { ...request.body };
	return (
		request.method === 'DELETE' ||
		['refresh_token', 'authorization_code'].includes(String(sent.grant_type))
	);
};

// A page from a server in front of Flinks keeps the meaning of these statuses.
const pageMeansItself = (status: number) =>
	[401, 408, 413, 414, 429, 431].includes(status) ||
	(status >= 300 && status < 400) ||
	status >= 500;

/** The meaning of an answer that is not a success: by its code first, then by its status. */
export function entryFor(request: ApiRequest, response: ApiResponse, said: ErrorBody): Entry {
	const { family } = request;
	const { status } = response;
	if (status === 429) return entryForStatus(family, status);
	const isGenericCode = said.code === undefined || said.code === '401';
	const byCode = said.code === undefined ? undefined : entryForCode(family, said.code);
	if (byCode && !isGenericCode) return byCode;
	if (said.form === 'page' && !pageMeansItself(status)) return WEB_PAGE;
	const isConnectionCall = family === 'oauth' && usesConnection(request);
	if (isConnectionCall && [400, 401, 403].includes(status)) {
		// Free text is what firewalls answer; taken for Flinks' word it would end every connection.
		return said.form === 'page' || said.form === 'text' ? WEB_PAGE : REFUSED_WITHOUT_REASON;
	}
	if (saysTokenIsBad(family, response, () => said)) return entryForStatus(family, 401);
	return byCode ?? entryForStatus(family, status);
}
