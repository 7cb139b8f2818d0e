import { explain } from '../errors/explain';
import { isHtml } from '../errors/html';
import { FlinksFailure } from '../failure';
import type { ApiRequest, ApiResponse } from '../wire';

/**
 * For answers whose body is not read: a web page with a status of success came from a proxy, a firewall
 * or a wrong address, so it does not say that Flinks acted.
 * @throws FlinksFailure when the body is a web page; for a write it is `ambiguous`
 */
export function refuseWebPage(
	request: ApiRequest,
	response: ApiResponse,
	secrets: readonly string[] = [],
): void {
	if (isHtml(response.body)) {
		throw new FlinksFailure(explain(request, { kind: 'answered', response }, secrets));
	}
}
