import { checkRedirectUri } from '../../../outbound/connections/redirectUri';

describe('checkRedirectUri', () => {
	it.each([
		'https://n8n.example.com/webhook/flinks-callback',
		'https://n8n.example.com/webhook/x?kept=1',
		'http://localhost:5678/webhook/x',
		'http://127.0.0.1:5678/webhook/x',
		'http://127.10.200.30:5678/webhook/x',
		'http://[::1]:5678/webhook/x',
	])('takes %s', (address) => expect(checkRedirectUri(address)).toBeUndefined());

	it.each([
		['', /empty/],
		['webhook/x', /not a web address/],
		['http://n8n.example.com/webhook', /https:/],
		['http://localhost.example.com/webhook', /https:/],
		['http://127.0.0.1.example.com/', /https:/],
		['http://not-localhost/', /https:/],
		['javascript:alert(1)', /https:/],
		['https://n8n.example.com/webhook#part', /"#"/],
		['https://user:pass@n8n.example.com/', /user name/],
		['https://user@n8n.example.com/', /user name/],
		['https://:pass@n8n.example.com/', /password/],
		['ftp://localhost/webhook/x', /https:/],
	])('refuses "%s"', (address, reason) => expect(checkRedirectUri(address)).toMatch(reason));
});
