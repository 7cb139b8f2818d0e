import type { ApiResponse, Family } from '../wire';
import { readErrorBody, type ErrorBody } from './body';

const BAD =
	'(?:expired|invalid|revoked|malformed|inactive|rejected|unrecognized|missing|bad|stale)';
const NOT_GOOD = '(?:not|no longer|never) (?:an? )?(?:valid|active|accepted|recognized)';
const TOKEN = '(?:tokens?|jwt|bearer)(?! (?:endpoint|type|format|request|grant|exchange))';
const KIND_OF_TOKEN =
	'(?:the|an?|your|this|or|bearer|access|auth|authentication|authorization|oauth|oauth2|security|api|user)';
const LINK =
	'(?:you|which|that|is|was|has|have|been|are|the|already|provided|supplied|given|sent|used|included|in|with|request|header|lifetime|seems|appears|or|to|be)';

const BAD_TOKEN = [
	`${BAD}(?: or ${BAD})?(?: ${KIND_OF_TOKEN}){0,3} ${TOKEN}`,
	`${TOKEN}(?: ${LINK}){0,6} (?:${BAD}|${NOT_GOOD})`,
	`${TOKEN}(?: signature)? (?:verification|validation) failed`,
	`(?:failed|unable) to (?:verify|validate|decode)(?: ${KIND_OF_TOKEN}){0,3} ${TOKEN}`,
].map((pattern) => new RegExp(`\\b${pattern}\\b`));

// Tokens that a fresh access token would not mend.
const OTHER_TOKEN =
	/\b(?:refresh|page|paging|pagination|continuation|cursor|next|offset|csrf|id) tokens?\b/g;

/** "invalid_token", "TokenExpired" and "Token expired!" all read alike. */
const plainWords = (text: string) =>
	text
		.replace(/([a-z])([A-Z])/g, '$1 $2')
		.toLowerCase()
		.replace(/[^a-z0-9.;]+/g, ' ')
		.replace(/\b(is|was|has)n t\b/g, '$1 not')
		.replace(OTHER_TOKEN, '');

const saysBad = (text: string) => {
	const words = plainWords(text);
	return BAD_TOKEN.some((pattern) => pattern.test(words));
};

/**
 * Whether a fresh access token is worth one more try. Flinks documents 401, 400 and 403 for a bad
 * token; the last two only count where the body (or `WWW-Authenticate`) says so, because a 400 is
 * usually invalid input and FDX gives invalid input the body code 401.
 */
export function saysTokenIsBad(
	family: Family,
	response: ApiResponse,
	read: () => ErrorBody = () => readErrorBody(response.body),
): boolean {
	if (response.status === 401) return true;
	if (response.status !== 400 && response.status !== 403) return false;
	const { code, text, debug } = read();
	const isRefusedGrant = family === 'oauth' && code === 'invalid_grant';
	if (isRefusedGrant) return false;
	const said = [code, text, debug, response.headers['www-authenticate']];
	return said.some((part) => part !== undefined && saysBad(part));
}
