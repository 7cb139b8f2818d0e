import { readSupportIds } from '../../../outbound/errors/supportIds';

const HIDDEN = 'very-secret-token';
const hide = (text: string): string => text.replaceAll(HIDDEN, '[hidden]');
const read = (correlation?: string, trace?: string) =>
	readSupportIds(
		{
			...(correlation !== undefined && { 'ob-correlation-id': correlation }),
			...(trace !== undefined && { 'ob-trace-id': trace }),
		},
		hide,
	);

const TRACE_PARENT = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';

describe('the ids for a support request', () => {
	it('are read from their own headers', () => {
		expect(read('corr-1', 'trace-1')).toEqual({ correlationId: 'corr-1', traceId: 'trace-1' });
		expect(read('corr-1')).toEqual({ correlationId: 'corr-1' });
		expect(read(undefined, 'trace-1')).toEqual({ traceId: 'trace-1' });
	});

	it('are left out where there is none, without a key', () => {
		expect(Object.keys(read())).toEqual([]);
	});

	it.each([
		['a letter', 'a'],
		['80 characters', 'id-1.'.repeat(16)],
		['dots, colons, hyphens and underscores', 'a.b:c-d_e'],
		['a UUID', '8f3c0ad0-7d61-47f0-9e4f-ca93fd5c984c'],
		['16 digits of a trace, though they look like a card', '4111111111111111'],
		['32 digits of a trace', '41111111111111114111111111111111'],
		['a trace parent', TRACE_PARENT],
		['a trace parent in capitals', TRACE_PARENT.toUpperCase()],
	])('may be %s', (_, id) => {
		expect(read(id, id)).toEqual({ correlationId: id, traceId: id });
	});

	it.each([
		['nothing', ''],
		['81 characters', `${'id-1.'.repeat(16)}x`],
		['two words', 'corr 1'],
		['a line more', 'corr-1\n'],
		['mark-up at its end', 'corr-1<b>'],
		['mark-up at its beginning', '<b>corr-1'],
		['a secret of the run', HIDDEN],
		['an id with a secret in it', `corr-${HIDDEN}-1`],
		['digits too many for a trace, as an account may have', '4'.repeat(33)],
		['digits before what looks like a trace parent', `1${TRACE_PARENT}`],
		['digits after what looks like a trace parent', `${TRACE_PARENT}1234567890`],
	])('are not %s', (_, id) => {
		expect(read(id, id)).toEqual({});
	});
});
