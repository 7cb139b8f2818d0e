import { explain } from '../../../outbound/errors/explain';
import { ENDPOINTS } from '../../../outbound/model/endpoints';
import { request, unanswered } from './exchanges';

const NEVER_SENT = [
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'CANCELLED',
	'ERR_CANCELED',
];

const MESSAGES: ReadonlyArray<readonly [string, string, boolean, string, string]> = [
	[
		'ECONNREFUSED',
		'unreachable',
		false,
		'n8n could not list the accounts: the server at the base URL refused the connection',
		'Check the base URL and port in the Flinks credential, and that the server is running. (Network code: ECONNREFUSED)',
	],
	[
		'ENOTFOUND',
		'unreachable',
		false,
		'n8n could not list the accounts: the host name in the base URL could not be found',
		'Check the spelling of the base URL in the Flinks credential, and the DNS of the n8n server. (Network code: ENOTFOUND)',
	],
	[
		'EAI_AGAIN',
		'unreachable',
		false,
		'n8n could not list the accounts: the host name in the base URL could not be found',
		'Check the spelling of the base URL in the Flinks credential, and the DNS of the n8n server. (Network code: EAI_AGAIN)',
	],
	[
		'ETIMEDOUT',
		'timed-out',
		true,
		'n8n could not list the accounts: Flinks did not answer in time',
		'Try again in a few minutes, or ask for less at once. (Network code: ETIMEDOUT)',
	],
	[
		'ESOCKETTIMEDOUT',
		'timed-out',
		true,
		'n8n could not list the accounts: Flinks did not answer in time',
		'Try again in a few minutes, or ask for less at once. (Network code: ESOCKETTIMEDOUT)',
	],
	[
		'ECONNABORTED',
		'timed-out',
		true,
		'n8n could not list the accounts: Flinks did not answer in time',
		'Try again in a few minutes, or ask for less at once. (Network code: ECONNABORTED)',
	],
	[
		'ECONNRESET',
		'disconnected',
		true,
		'n8n could not list the accounts: the connection to Flinks broke before an answer arrived',
		'Try again in a few minutes. If it keeps happening, check the network or proxy of n8n. (Network code: ECONNRESET)',
	],
	[
		'EPIPE',
		'disconnected',
		true,
		'n8n could not list the accounts: the connection to Flinks broke before an answer arrived',
		'Try again in a few minutes. If it keeps happening, check the network or proxy of n8n. (Network code: EPIPE)',
	],
	[
		'CERT_HAS_EXPIRED',
		'unreachable',
		false,
		'n8n could not list the accounts: the security certificate of the server is not trusted',
		'Check the base URL in the Flinks credential. If a company proxy inspects traffic, ask whoever runs n8n to trust its certificate. (Network code: CERT_HAS_EXPIRED)',
	],
	[
		'DEPTH_ZERO_SELF_SIGNED_CERT',
		'unreachable',
		false,
		'n8n could not list the accounts: the security certificate of the server is not trusted',
		'Check the base URL in the Flinks credential. If a company proxy inspects traffic, ask whoever runs n8n to trust its certificate. (Network code: DEPTH_ZERO_SELF_SIGNED_CERT)',
	],
	[
		'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
		'unreachable',
		false,
		'n8n could not list the accounts: the security certificate of the server is not trusted',
		'Check the base URL in the Flinks credential. If a company proxy inspects traffic, ask whoever runs n8n to trust its certificate. (Network code: UNABLE_TO_VERIFY_LEAF_SIGNATURE)',
	],
	[
		'ERR_TLS_CERT_ALTNAME_INVALID',
		'unreachable',
		false,
		'n8n could not list the accounts: the security certificate of the server is not trusted',
		'Check the base URL in the Flinks credential. If a company proxy inspects traffic, ask whoever runs n8n to trust its certificate. (Network code: ERR_TLS_CERT_ALTNAME_INVALID)',
	],
	[
		'EPROTO',
		'disconnected',
		true,
		'n8n could not list the accounts: no secure connection could be made or kept up',
		'Check the base URL and port in the Flinks credential, and any proxy between n8n and Flinks. (Network code: EPROTO)',
	],
	[
		'EHOSTUNREACH',
		'unreachable',
		false,
		'n8n could not list the accounts: no connection to Flinks could be made',
		'Check the base URL in the Flinks credential, and that n8n may reach it through the network. (Network code: EHOSTUNREACH)',
	],
	[
		'CANCELLED',
		'cancelled',
		false,
		'n8n could not list the accounts: the execution was canceled',
		'Run the workflow again to continue.',
	],
	[
		'ERR_CANCELED',
		'cancelled',
		false,
		'n8n could not list the accounts: the execution was canceled',
		'Run the workflow again to continue.',
	],
	[
		'UNKNOWN',
		'disconnected',
		true,
		'n8n could not list the accounts: the connection to Flinks broke before an answer arrived',
		'Try again in a few minutes. If it keeps happening, check the network or proxy of n8n.',
	],
];

describe('no answer', () => {
	it.each(MESSAGES)('%s is %s, in doubt after a POST: %s', (code, kind, doubt, title, remedy) => {
		const exchange = unanswered(code, NEVER_SENT.includes(code));
		expect(explain(request('fdx', { method: 'POST' }), exchange)).toEqual({
			kind,
			title,
			remedy,
			...(doubt && { ambiguous: true }),
		});
	});

	it('is never in doubt for a GET', () => {
		expect(explain(request('fdx'), unanswered('ECONNRESET')).ambiguous).toBeUndefined();
	});

	it('shows no code that is not a plain network code', () => {
		const secret = `SECRET${'A1'.repeat(16)}`;
		expect(JSON.stringify(explain(request('fdx'), unanswered(secret)))).not.toContain(secret);
		expect(explain(request('fdx'), unanswered('bad code!')).remedy).not.toContain('bad code');
	});
});

it('does not say of n8n what Flinks does: n8n gets a token', () => {
	const { title } = explain(
		request('oauth', { purpose: ENDPOINTS.A2.purpose }),
		unanswered('ENOTFOUND'),
	);
	expect(title).toBe(
		'n8n could not get an access token: the host name in the base URL could not be found',
	);
});
