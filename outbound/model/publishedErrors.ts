// generated from contract/outbound.openapi.yaml by npm run contract

/** What token, revoke and authorize may answer in `error`, with its HTTP status. */
export const AUTHORIZATION_ERRORS = [
	{ error: 'access_denied', status: 400 },
	{ error: 'invalid_request', status: 400 },
	{ error: 'invalid_client', status: 400 },
	{ error: 'invalid_grant', status: 400 },
	{ error: 'invalid_scope', status: 400 },
	{ error: 'unauthorized_client', status: 400 },
	{ error: 'unsupported_grant_type', status: 400 },
	{ error: 'unsupported_response_type', status: 400 },
	{ error: 'unsupported_token_type', status: 400 },
	{ error: 'server_error', status: 500 },
	{ error: 'temporarily_unavailable', status: 503 },
] as const;

/** What data access may answer in `code`. The code is not the HTTP status. */
export const DATA_ACCESS_ERRORS = [
	{ code: 401, message: 'Invalid Input', status: 400 },
	{ code: 403, message: 'Subscription not found', status: 403 },
	{ code: 500, message: 'Internal server error', status: 500 },
	{ code: 501, message: 'Subsystem unavailable', status: 405 },
	{ code: 503, message: 'Scheduled maintenance', status: 503 },
	{ code: 601, message: 'Customer not found', status: 404 },
	{ code: 602, message: 'Customer not authorized', status: 401 },
	{ code: 701, message: 'Account not found', status: 404 },
	{ code: 702, message: 'Invalid start or end date', status: 400 },
	{ code: 703, message: 'Invalid date range', status: 400 },
	{ code: 704, message: 'Account type not supported', status: 422 },
	{ code: 705, message: 'Account is closed', status: 409 },
	{ code: 800, message: 'Payee not found', status: 404 },
	{ code: 801, message: 'Payee cannot be modified or deleted', status: 400 },
	{ code: 802, message: 'Payment not found', status: 404 },
	{ code: 1107, message: 'Data not found for request parameters', status: 404 },
	{ code: 1203, message: 'Content type not supported', status: 406 },
	{ code: 1207, message: 'Too many requests were sent within a short period of time', status: 429 },
	{ code: 1300, message: 'Statement is still being processed', status: 400 },
	{ code: 413, message: 'Statement is too large', status: 413 },
] as const;
