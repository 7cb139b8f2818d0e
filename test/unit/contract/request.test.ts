import fc from 'fast-check';
import { createContractValidator } from '../../../contract/validate';

const { request } = createContractValidator();
const bearer = { authorization: 'Bearer a-token' };
const basic = { authorization: 'Basic YTpi' };
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const REQUESTS = '/api/v1/recipients/providers/requests';
const AUTHORIZE =
	'/api/v1/authorize?client_id=dc-maple&redirect_uri=https%3A%2F%2Fmaple.example%2Fback&state=s1' +
	'&response_type=code&scope=TRANSACTIONS%20ACCOUNT_BASIC&provider_id=1000';
const secret = { client_id: 'dc-maple', client_secret: 'hush' };
const code = {
	grant_type: 'authorization_code',
	code: 'c1',
	redirect_uri: 'https://maple.example/',
};

describe('a request that follows the contract', () => {
	it.each([
		['GET', AUTHORIZE, {}, undefined],
		['GET', `${AUTHORIZE}&lang=fr&correlation_id=x1`, {}, undefined],
		['POST', '/api/v1/token', {}, { grant_type: 'client_credentials', ...secret }],
		['POST', '/api/v1/token', basic, { grant_type: 'client_credentials', scope: 'client:admin' }],
		['POST', '/api/v1/token', {}, { ...code, ...secret }],
		['POST', '/api/v1/token', basic, { grant_type: 'refresh_token', refresh_token: 'r1' }],
		['POST', '/api/v1/token', form, 'grant_type=refresh_token&refresh_token=r&client_secret=h'],
		['GET', '/api/v1/providers', bearer, undefined],
		['GET', '/api/v2/providers?country=CA,US&isEnabledForClient=TRUE', bearer, undefined],
		['DELETE', '/api/v1/revoke', bearer, undefined],
		['POST', '/api/v1/recipients/dc-maple/secret', bearer, undefined],
		['PUT', '/api/v1/recipients/dc-maple', bearer, { redirect_uris: 'https://maple.example/' }],
		['POST', `${REQUESTS}/dc-maple,dc-birch/1000,2000`, bearer, undefined],
		['POST', `${REQUESTS}/dc-maple%2Cdc-birch/1000`, bearer, undefined],
		['GET', '/api/fdx/5/accounts?resultType=details&limit=20&offset=a%2Fb', bearer, undefined],
		['GET', '/api/fdx/5/accounts/a%2F1/transactions?startTime=2026-01-01', bearer, undefined],
	])('%s %s', (method, path, headers, body) => {
		expect(request({ method, path, headers, body })).toEqual([]);
	});

	it('may be checked before it is signed, with its query apart', () => {
		const query = { limit: 5, offset: undefined };
		expect(request({ method: 'GET', path: '/api/fdx/5/accounts', query })).toEqual([]);
	});
});

describe('a request that breaks the contract', () => {
	const token = { grant_type: 'client_credentials' };
	it.each([
		['GET', '/api/v1/nothing', bearer, undefined, 'is not an operation of the contract'],
		['PUT', '/api/v1/token', {}, token, 'is not an operation of the contract'],
		['GET', '/api/v1/recipients//providers/requests', bearer, undefined, 'is not an operation'],
		['GET', '/api/v1/recipients/%E0%A4%A', bearer, undefined, 'not validly percent-encoded'],
		['GET', '/api/v1/recipients', {}, undefined, 'carries no bearer token'],
		['GET', '/api/v1/recipients', basic, undefined, 'carries no bearer token'],
		['GET', '/api/v1/recipients?limit=5', bearer, undefined, 'parameter limit is not declared'],
		['GET', '/api/fdx/5/accounts?limit=ten', bearer, undefined, 'limit must be integer'],
		['GET', '/api/fdx/5/accounts?limit=0', bearer, undefined, 'limit must be >= 1'],
		['GET', '/api/fdx/5/accounts?resultType=full', bearer, undefined, 'resultType must be equal'],
		['GET', '/api/fdx/5/accounts/1/statements?endTime=1', bearer, undefined, 'format "date"'],
		['GET', AUTHORIZE.replace('&state=s1', ''), {}, undefined, 'parameter state is missing'],
		['GET', AUTHORIZE.replace('ACCOUNT_BASIC', 'X'), {}, undefined, 'scope must match'],
		['POST', `${REQUESTS}/dc-maple,/1000`, bearer, undefined, 'fewer than 1 characters'],
		['POST', `${REQUESTS}/dc-maple/1000`, bearer, { a: 1 }, 'a body was sent'],
		['POST', '/api/v1/token', {}, undefined, 'the body is missing'],
		['POST', '/api/v1/token', {}, { ...token, grant_type: 'password' }, 'equal to constant'],
		['POST', '/api/v1/token', {}, { ...code, code: undefined, ...secret }, "property 'code'"],
		['POST', '/api/v1/token', {}, { ...token, code_verifier: 'v' }, 'additional properties'],
		['POST', '/api/v1/token', {}, token, 'in the body or in a Basic header'],
		['POST', '/api/v1/token', basic, { ...token, ...secret }, 'in the body or in a Basic header'],
		['POST', '/api/v1/token', { 'Content-Type': 'text/plain' }, 'a', 'text/plain is not declared'],
		['POST', '/api/v1/token', {}, '{"grant_type":', 'the body is not JSON'],
		['POST', '/api/v1/recipients', bearer, { name: 'Maple' }, "required property 'scope'"],
	])('%s %s', (method, path, headers, body, problem) => {
		const problems = request({ method, path, headers, body });
		expect(problems.join('\n')).toContain(problem);
	});

	it('is told, not thrown at, whatever the path', () => {
		fc.assert(
			fc.property(fc.string(), fc.webPath(), (junk, path) => {
				expect(Array.isArray(request({ method: 'GET', path: `/${junk}` }))).toBe(true);
				expect(Array.isArray(request({ method: 'POST', path: `${REQUESTS}${path}` }))).toBe(true);
			}),
		);
	});
});
