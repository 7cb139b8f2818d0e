import { AUTHORIZATION_ERRORS, DATA_ACCESS_ERRORS } from '../../../outbound/model/publishedErrors';
import { PROVIDER_STATUSES, REGISTRATION_STATUSES, SCOPES } from '../../../outbound/model/types';

describe('the published lists', () => {
	it('holds the authorization errors', () => {
		expect(AUTHORIZATION_ERRORS.map(({ error, status }) => `${error} ${status}`)).toEqual([
			'access_denied 400',
			'invalid_request 400',
			'invalid_client 400',
			'invalid_grant 400',
			'invalid_scope 400',
			'unauthorized_client 400',
			'unsupported_grant_type 400',
			'unsupported_response_type 400',
			'unsupported_token_type 400',
			'server_error 500',
			'temporarily_unavailable 503',
		]);
	});

	it('holds the data access errors, and the two of the download page', () => {
		const lines = DATA_ACCESS_ERRORS.map(
			({ code, message, status }) => `${code} ${status} ${message}`,
		);
		expect(lines.slice(0, 18)).toEqual([
			'401 400 Invalid Input',
			'403 403 Subscription not found',
			'500 500 Internal server error',
			'501 405 Subsystem unavailable',
			'503 503 Scheduled maintenance',
			'601 404 Customer not found',
			'602 401 Customer not authorized',
			'701 404 Account not found',
			'702 400 Invalid start or end date',
			'703 400 Invalid date range',
			'704 422 Account type not supported',
			'705 409 Account is closed',
			'800 404 Payee not found',
			'801 400 Payee cannot be modified or deleted',
			'802 404 Payment not found',
			'1107 404 Data not found for request parameters',
			'1203 406 Content type not supported',
			'1207 429 Too many requests were sent within a short period of time',
		]);
		expect(DATA_ACCESS_ERRORS.slice(18).map(({ code, status }) => [code, status])).toEqual([
			[1300, 400],
			[413, 413],
		]);
	});

	it('holds the scopes and statuses', () => {
		expect([...SCOPES]).toEqual([
			'ACCOUNT_BASIC',
			'ACCOUNT_DETAILED',
			'ACCOUNT_PAYMENTS',
			'INVESTMENTS',
			'TRANSACTIONS',
			'STATEMENTS',
			'CUSTOMER_CONTACT',
			'CUSTOMER_PERSONAL',
		]);
		expect([...REGISTRATION_STATUSES]).toEqual([
			'PENDING_APPROVAL',
			'PENDING_ACTIVATION',
			'ACTIVE',
		]);
		expect([...PROVIDER_STATUSES]).toEqual([
			'Activated',
			'Available',
			'PendingActivation',
			'Suspended',
		]);
	});
});
