import type { Answer } from '../proxy';
import { acts, answers, changes, json, rewritten } from '../proxy';
import type { Expectation, FaultCase } from './types';

const PAGE =
	'<!DOCTYPE html><html><head><title>Sign in</title></head><body><p>Wi-Fi</p></body></html>';
const TEN_MB = 10 * 1024 * 1024;

const html = (status: number): Answer => ({
	status,
	headers: { 'content-type': 'text/html' },
	body: Buffer.from(PAGE),
});

const empty = (status: number): Answer => ({ status, headers: {}, body: Buffer.alloc(0) });

/** A body that cannot be used; that of a registration request is not read, so nothing is lost there. */
const unreadable = (name: string, change: (body: Buffer) => Buffer): FaultCase => ({
	group: 'unreadable',
	name,
	fault: () => changes((answer) => ({ ...answer, body: change(answer.body) })),
	expects: { read: 'fails', token: 'fails', request: 'unharmed' },
	quick: true,
});

const notFromFlinks = (name: string, answer: Answer, passing: boolean): FaultCase => ({
	group: 'unreadable',
	name,
	fault: () => answers(answer),
	expects: {
		read: passing ? 'recovers' : 'fails',
		token: passing ? 'recovers' : 'fails',
		change: 'fails',
		request: requestMeets(answer, passing),
	},
});

/** After a web page with 200 Flinks is asked, and what it does not list is requested again. */
function requestMeets(answer: Answer, passing: boolean): Expectation {
	if (answer.status >= 300) return passing ? 'recovers' : 'fails';
	return answer.body.length > 0 ? 'recovers' : 'unlisted';
}

const padding = 'x'.repeat(TEN_MB);

export const bodies: readonly FaultCase[] = [
	unreadable('JSON cut short', (body) => body.subarray(0, Math.floor(body.length / 2))),
	unreadable('JSON garbled', (body) =>
		Buffer.from(body.toString('utf8').replace(/[":]/g, '\u0000')),
	),
	unreadable('bytes that are no text', () => Buffer.from([0xff, 0xfe, 0x00, 0xc3, 0x28, 0x80])),
	unreadable('JSON of another form', () => Buffer.from('{"unexpected":[1,2,3]}')),
	unreadable('null', () => Buffer.from('null')),
	notFromFlinks('a web page with 200', html(200), false),
	notFromFlinks('a web page with 403', html(403), false),
	{ ...notFromFlinks('a web page with 502', html(502), true), quick: true },
	notFromFlinks('an empty 200', empty(200), false),
	notFromFlinks('an empty 500', empty(500), true),
	{
		group: '10 MB',
		name: '10 MB more than expected',
		fault: () => rewritten((body) => padded(body)),
		expects: { read: 'unharmed', request: 'unharmed' },
	},
	{
		group: '10 MB',
		name: '10 MB of error text',
		fault: () => answers(json(403, { message: padding, code: 9999, debugMessage: padding })),
		expects: { read: 'fails', request: 'fails', token: 'fails', change: 'fails' },
		strikes: 'once',
	},
	{
		group: '10 MB',
		name: '10 MB of 502',
		fault: () => acts({ ...html(502), body: Buffer.from(PAGE + padding) }),
		expects: { read: 'recovers', request: 'unharmed', token: 'recovers' },
		strikes: 'once',
	},
];

function padded(body: unknown): unknown {
	if (!Array.isArray(body)) return { ...(body as object), padding };
	return body.map((row: object, index) => (index === 0 ? { ...row, padding } : row));
}
