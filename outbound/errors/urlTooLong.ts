import type { ApiResponse } from '../wire';
import { readErrorBody } from './body';
import { isHtml, withoutTags } from './html';

const MAY_SAY_SO = new Set([400, 404, 413, 431]);
const SUBJECT = '(?:request[ -]?)?(?:uri|url|request line|path(?: segment)?|query string)';
const TOO_LONG = new RegExp(
	`\\b${SUBJECT}\\b[^.;]{0,40}\\b(?:too (?:long|large|big)|exceeds)\\b|\\b(?:too long|oversized) (?:a )?${SUBJECT}\\b|\\blength of the ${SUBJECT}\\b[^.;]{0,40}\\bexceeds\\b`,
	'i',
);

/** Whether the address was longer than a server on the way accepts, so that fewer ids may pass. */
export function saysUrlTooLong(response: ApiResponse): boolean {
	if (response.status === 414) return true;
	if (!MAY_SAY_SO.has(response.status)) return false;
	const { body } = response;
	if (isHtml(body)) return TOO_LONG.test(withoutTags(body));
	const { code, text, debug } = readErrorBody(body);
	return [code, text, debug].some((part) => part !== undefined && TOO_LONG.test(part));
}
