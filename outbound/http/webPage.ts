import { explain } from '../errors/explain';
import { isHtml } from '../errors/html';
import { FlinksFailure } from '../failure';
import type { ApiRequest, ApiResponse } from '../wire';

/**
 * A web page with a status of success came from a proxy, a firewall or a wrong address: it does not say that
 * Flinks acted, also where the body of a success is not read.
 * @param secrets to take out of the page's title
 * @throws FlinksFailure when the body is a web page; for a write it is `ambiguous`
 */
export function refuseWebPage(
	request: ApiRequest,
	response: ApiResponse,
	secrets: () => readonly string[],
): void {
	if (isHtml(response.body)) {
		throw new FlinksFailure(explain(request, { kind: 'answered', response }, secrets()));
	}
}
