import { createContractValidator } from '../../../contract/validate';
import * as sample from './samples';

const { response } = createContractValidator();
const json = 'Application/JSON; charset=utf-8';
const support = { 'ob-correlation-id': 'c1', 'OB-Trace-Id': 't1' };
const REQUESTS = '/api/v1/recipients/providers/requests';

describe('an answer that follows the contract', () => {
	it.each([
		['POST', '/api/v1/token', sample.token],
		['POST', '/api/v1/token', { ...sample.token, refresh_token: 'r1', scope: 'ACCOUNT_BASIC' }],
		['GET', '/api/v1/providers', [{ provider_id: 1000, name: 'Cedar Bank' }]],
		['GET', '/api/v1/providers', [{ provider_id: 1000 }]],
		['GET', '/api/v1/providers', []],
		['GET', '/api/v2/providers', [sample.activeProvider]],
		['GET', '/api/v1/providers/4013', sample.provider],
		['GET', '/api/v1/recipients', [sample.recipient]],
		['GET', '/api/v1/recipients/dc-maple', sample.recipientDetails],
		['POST', '/api/v1/recipients', { ...sample.recipientDetails, client_secret: 'hush' }],
		['PUT', '/api/v1/recipients/dc-maple', sample.recipientDetails],
		['POST', '/api/v1/recipients/dc-maple/secret', { client_id: 'dc-maple', client_secret: 'h' }],
		['GET', REQUESTS, [sample.registration]],
		['GET', '/api/v1/recipients/dc-maple/providers/requests', []],
		['POST', `${REQUESTS}/dc-maple/1000`, [sample.registration]],
		['GET', '/api/fdx/5/customers/current', sample.customer],
		['GET', '/api/fdx/5/accounts', { accounts: [] }],
		['GET', '/api/fdx/5/accounts', { ...sample.paging, accounts: [sample.deposit, sample.loan] }],
		['GET', '/api/fdx/5/accounts/1', sample.deposit],
		['GET', '/api/fdx/5/accounts/1', { annuityAccount: { accountId: '7', unheardOf: true } }],
		['GET', '/api/fdx/5/accounts/1/transactions', { transactions: [sample.transaction] }],
		['GET', '/api/fdx/5/accounts/1/payment-networks', { paymentNetworks: [sample.network] }],
		['GET', '/api/fdx/5/accounts/1/statements', { statements: [sample.statement] }],
	])('%s %s', (method, path, body) => {
		expect(response({ method, path, status: 200, contentType: json, body })).toEqual([]);
	});

	it.each([200, 201, 202, 204])('a registration request answered with an empty %i', (status) => {
		const path = `${REQUESTS}/dc-maple,dc-birch/1000`;
		expect(response({ method: 'POST', path, status, body: '' })).toEqual([]);
	});

	it('a redirect, an empty revoke and a file', () => {
		const headers = { location: 'https://maple.example/back?code=c1&state=s1' };
		const file = { method: 'GET', path: '/api/fdx/5/accounts/1/statements/2', status: 200 };
		const body = Buffer.from('%PDF-1.7');
		expect([
			...response({ method: 'GET', path: '/api/v1/authorize', status: 302, headers }),
			...response({ method: 'DELETE', path: '/api/v1/revoke', status: 204 }),
			...response({ ...file, contentType: 'application/pdf', body }),
		]).toEqual([]);
	});

	it.each([
		['POST', '/api/v1/token', 400, { error: 'invalid_grant', error_description: 'Gone' }],
		['DELETE', '/api/v1/revoke', 400, { error: 'invalid_request' }],
		['POST', `${REQUESTS}/a/1`, 401, { message: 'Invalid Bearer Token' }],
		['GET', REQUESTS, 429, { message: 'Slow down' }],
		['GET', '/api/fdx/5/accounts', 401, { code: 602, message: 'Customer not authorized' }],
		['GET', '/api/fdx/5/accounts', 422, { code: '1207', message: 'Too many', debugMessage: '' }],
	])('a refusal: %s %s %i', (method, path, status, body) => {
		const answer = { method, path, status, contentType: json, headers: support, body };
		expect(response(answer)).toEqual([]);
	});
});

describe('an answer that breaks the contract', () => {
	const undated = { ...sample.registration, requested_on: undefined };
	it.each([
		['GET', REQUESTS, 200, [undated], "body/0 must have required property 'requested_on'"],
		['GET', REQUESTS, 200, [{ ...sample.registration, provider_id: '1' }], 'must be integer'],
		['GET', REQUESTS, 200, [{ ...sample.registration, registration_status: 'Active' }], 'one of'],
		['GET', REQUESTS, 200, [{ ...sample.registration, requested_on: 'today' }], 'date-time'],
		['GET', REQUESTS, 200, '', 'the body is missing'],
		['GET', REQUESTS, 200, '[', 'the body is not JSON'],
		['GET', REQUESTS, 204, '', 'status 204 is not declared for listRegistrations'],
		['GET', REQUESTS, 400, { error: 'invalid_request' }, "required property 'message'"],
		['POST', '/api/v1/token', 200, { access_token: 'a' }, "required property 'expires_in'"],
		['POST', '/api/v1/token', 400, { error: 'oops' }, 'not in the published error list'],
		['POST', '/api/v1/token', 404, {}, 'status 404 is not declared for getToken'],
		['DELETE', '/api/v1/revoke', 204, {}, 'a body was sent, none is declared'],
		['GET', '/api/v1/providers', 200, [{ name: 'Cedar Bank' }], "property 'provider_id'"],
		['GET', '/api/v2/providers', 200, [{ ...sample.activeProvider, status: 'ACTIVE' }], 'one of'],
		['GET', '/api/v1/recipients/a', 200, sample.recipient, "required property 'scope'"],
		['GET', '/api/fdx/5/accounts', 200, [sample.deposit], 'must be object'],
		['GET', '/api/fdx/5/accounts/1', 200, { ...sample.deposit, ...sample.loan }, 'exactly one'],
		['GET', '/api/fdx/5/accounts/1', 200, { accountId: '1' }, 'exactly one'],
		['GET', '/api/fdx/5/accounts/1', 404, { code: 1, message: '' }, 'published error list'],
		['GET', '/api/fdx/5/accounts/1', 404, { message: 'Account not found' }, "property 'code'"],
	])('%s %s %i', (method, path, status, body, problem) => {
		const answer = { method, path, status, contentType: json, body };
		expect(response(answer).join('\n')).toContain(problem);
	});

	it('has the wrong content type', () => {
		const path = '/api/v1/recipients';
		const page = { method: 'GET', path, status: 500, contentType: 'text/html', body: '<p>' };
		expect(response(page)).toEqual(['the content type text/html is not declared']);
	});

	it('lacks a header that every data access error carries, or a redirect its address', () => {
		const body = { code: 701, message: 'Account not found' };
		const at = { method: 'GET', path: '/api/fdx/5/accounts/1', status: 404 };
		const headers = { 'ob-trace-id': 't1' };
		expect(response({ ...at, contentType: json, headers, body })).toEqual([
			'header ob-correlation-id is missing',
		]);
		const redirect = { method: 'GET', path: '/api/v1/authorize', status: 302, headers: {} };
		expect(response(redirect)).toEqual(['header Location is missing']);
	});

	it('belongs to no operation', () => {
		expect(response({ method: 'GET', path: '/other', status: 200 })).toEqual([
			'GET /other is not an operation of the contract',
		]);
	});
});
