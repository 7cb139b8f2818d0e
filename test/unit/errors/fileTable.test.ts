import { entryForNoAnswer } from '../../../outbound/errors/noAnswerTable';

const AGAIN = 'Try again in a few minutes. If it keeps happening, ask Flinks support.';

describe('what became of a file', () => {
	it.each<readonly string[]>([
		[
			'FILE_ADDRESS_NOT_SAFE',
			'unexpected-answer',
			'the file is kept at an address that is not safe',
			'Nothing was fetched from there. Tell Flinks support: a file must be kept under https.',
		],
		[
			'FILE_NOT_STORED',
			'unexpected-answer',
			'the file arrived but could not be stored',
			'Check the binary data storage of n8n: its space, and its limit on the size of a file.',
		],
		['FILE_EMPTY', 'unexpected-answer', 'the file that arrived is empty', AGAIN],
		[
			'FILE_HOST_PAGE',
			'unexpected-answer',
			'the host that keeps the file sent a page instead of it',
			AGAIN,
		],
		...(
			[
				['404', 'unexpected-answer'],
				['499', 'unexpected-answer'],
				['500', 'temporarily-unavailable'],
				['503', 'temporarily-unavailable'],
			] as const
		).map(([status, kind]) => [
			`FILE_HOST_${status}`,
			kind,
			`the host that keeps the file answered with HTTP ${status}`,
			'Run it again: Flinks then gives a new address. If it keeps happening, ask Flinks support.',
		]),
	])('%s', (code = '', kind, reason, remedy) => {
		expect(entryForNoAnswer(code, false)).toEqual({ kind, reason, remedy });
	});

	it.each(['FILE_HOST_', 'FILE_HOST_12', 'FILE_HOST_1234', 'XFILE_HOST_404', 'FILE_OTHER'])(
		'is not told by %s',
		(code) => {
			expect(entryForNoAnswer(code, false).kind).toBe('disconnected');
			expect(entryForNoAnswer(code, true).kind).toBe('unreachable');
		},
	);

	it.each([
		['EPROTO', 'no secure connection could be made or kept up'],
		['ERR_SSL_WRONG_VERSION', 'no secure connection could be made or kept up'],
		['ERR_TLS_X', 'no secure connection could be made or kept up'],
		['UND_ERR_CONNECT_TIMEOUT', 'Flinks did not answer in time'],
		['econnreset', 'the connection to Flinks broke before an answer arrived'],
		['toString', 'the connection to Flinks broke before an answer arrived'],
	])('the code %s stands for what it says', (code, reason) => {
		expect(entryForNoAnswer(code, false).reason).toBe(reason);
	});
});
