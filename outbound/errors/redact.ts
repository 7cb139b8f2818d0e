const HIDDEN = '[hidden]';

// Words that follow "Bearer" or "token:" in ordinary sentences; anything else there is taken for a secret.
const PLAIN_WORDS = new Set(
	`token tokens is was has had are not no missing required expired invalid malformed revoked rejected
	unknown must should cannot can could authentication authorization auth scheme header credential
	credentials realm error scope in and or for of the`.split(/\s+/),
);

const KEY =
	'(?:client_?secret|access_?token|refresh_?token|id_?token|api_?key|x-api-key|secret|password|passwd|pwd|assertion|code_?verifier|set-cookie|cookie|token|state|code)';
const SEPARATOR = `["'\\\\]*\\s*(?:=|:|%3D|%3A)\\s*["'\\\\]*`;
const KEY_VALUE = new RegExp(`(${KEY})(${SEPARATOR})([^\\s"'&,;<>\\\\}]+)`, 'gi');
const AUTHORIZATION = new RegExp(
	`(authorization${SEPARATOR})(?:[A-Za-z]+\\s+)?[^\\s"',;<>\\\\}]+`,
	'gi',
);
const SCHEME = /\b(bearer|basic)(\s+)([A-Za-z0-9._~+/=-]+)/gi;
const JWT = /eyJ[\w-]{4,}(?:\.[\w-]*)*/g;

const KEEP =
	/((?<![\w-])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![\w-])|(?<!\d)\d{4}-\d{2}-\d{2}(?:T[\d:.]+)?(?!\d))/gi;
const LONG_RUN = /[A-Za-z0-9_~-]{32,}/g;
const BASE64_RUN = /[A-Za-z0-9+/_=-]{32,}/g;
const ACCOUNT_NUMBER = /\d(?:[ -]?\d){6,}/g;

const isPlain = (word: string) => PLAIN_WORDS.has(word.toLowerCase().replace(/[.=!?]+$/, ''));
const isErrorCode = (value: string) => /^(?:\d{1,4}|[a-z]+(?:_[a-z]+)+)\.?$/.test(value);

function hideValue(whole: string, key: string, separator: string, value: string): string {
	if (isPlain(value)) return whole;
	if (key.toLowerCase() === 'code' && isErrorCode(value)) return whole;
	return `${key}${separator}${HIDDEN}`;
}

// URL paths are long runs too: with slashes, only a mix of cases and digits is taken for base64.
const looksBase64 = (run: string) => /[a-z]/.test(run) && /[A-Z]/.test(run) && /\d/.test(run);

function hideRuns(part: string): string {
	return part
		.replace(LONG_RUN, HIDDEN)
		.replace(BASE64_RUN, (run) => (looksBase64(run) ? HIDDEN : run))
		.replace(ACCOUNT_NUMBER, (run) => `***${run.replace(/[ -]/g, '').slice(-4)}`);
}

/**
 * The same text without what looks like a token, secret, authorization code or full account number.
 * UUIDs and ISO dates stay, since support asks for the first and operators need the second.
 */
export function redact(text: string): string {
	return text
		.replace(AUTHORIZATION, `$1${HIDDEN}`)
		.replace(SCHEME, (whole, scheme: string, gap: string, value: string) =>
			isPlain(value) ? whole : `${scheme}${gap}${HIDDEN}`,
		)
		.replace(KEY_VALUE, hideValue)
		.replace(JWT, HIDDEN)
		.split(KEEP)
		.map((part, index) => (index % 2 === 1 ? part : hideRuns(part)))
		.join('');
}
