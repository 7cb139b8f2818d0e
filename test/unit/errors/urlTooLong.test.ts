import { saysUrlTooLong } from '../../../outbound/errors/urlTooLong';
import { response } from './exchanges';

describe('saysUrlTooLong', () => {
	it.each([
		[414, ''],
		[400, { message: 'URI Too Long' }],
		[400, { message: 'The request URL is too long' }],
		[400, 'Request-URI Too Large'],
		[400, '<html><body><h2>HTTP Error 414. The request URL is too long.</h2></body></html>'],
		[
			400,
			'<html><title>Bad Request</title><p>Request Line is too large (9000 &gt; 4094)</p></html>',
		],
		[404, 'The length of the URL for this request exceeds the configured maxUrlLength value.'],
		[413, { message: 'url too long' }],
		[431, { message: 'Request path too long' }],
	])('%i %j', (status, body) => {
		expect(saysUrlTooLong(response(status, body))).toBe(true);
	});

	it.each([
		[400, { message: 'Invalid request parameters' }],
		[400, { message: 'redirect URI is invalid' }],
		[400, { message: 'Name is too long' }],
		[400, '<html><title>Request Header Or Cookie Too Large</title></html>'],
		[404, ''],
		[413, { code: 413, message: 'Statement is too large' }],
		[500, { message: 'URI Too Long' }],
	])('not %i %j', (status, body) => {
		expect(saysUrlTooLong(response(status, body))).toBe(false);
	});
});
