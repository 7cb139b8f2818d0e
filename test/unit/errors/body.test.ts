import { readErrorBody as readParsed } from '../../../outbound/errors/body';
import { parseBody } from '../../../outbound/model/parseBody';

/** As the transport hands over what came. */
function readErrorBody(...[body, hide]: Parameters<typeof readParsed>) {
	const { form: _form, ...said } = readParsed(parseBody(body), hide);
	return said;
}

const FDX = { code: 602, message: 'Customer not authorized', debugMessage: 'RBC: consent gone' };
const READ = { code: '602', text: 'Customer not authorized', debug: 'RBC: consent gone' };

describe('readErrorBody', () => {
	it.each([
		['FDX', FDX, READ],
		['FDX as text', JSON.stringify(FDX), READ],
		['FDX as bytes', Buffer.from(JSON.stringify(FDX)), READ],
		['FDX as an ArrayBuffer', new TextEncoder().encode(JSON.stringify(FDX)).buffer, READ],
		['FDX in a list', [FDX], READ],
		['FDX inside error', { error: FDX }, READ],
		['FDX inside errors', { errors: [FDX] }, READ],
		['partner', { message: 'Invalid Bearer Token' }, { text: 'Invalid Bearer Token' }],
		[
			'OAuth',
			{ error: 'invalid_grant', error_description: 'Token expired' },
			{ code: 'invalid_grant', text: 'Token expired' },
		],
		['a sentence as error', { error: 'Something is off' }, { text: 'Something is off' }],
		['a list of sentences', { errors: ['Name is empty'] }, { text: 'Name is empty' }],
		['a debug message that says the same', { message: 'x', debugMessage: 'x' }, { text: 'x' }],
		[
			'a page',
			'<html><title> Not\n found </title></html>',
			{ text: 'a web page titled "Not found"' },
		],
		[
			'a page with a heading',
			'<!doctype html><body><h1>Bad <b>Gateway</b></h1>',
			{ text: 'a web page titled "Bad Gateway"' },
		],
		['a bare page', '<html></html>', { text: 'a web page without a title' }],
		['plain text', 'upstream timed out', { text: 'upstream timed out' }],
		['cut JSON', '{"code":602,"mess', { text: '{"code":602,"mess' }],
		['nothing', undefined, {}],
		['null', null, {}],
		['empty text', '', {}],
		['empty record', {}, {}],
		['empty list', [], {}],
		['true', true, {}],
		['fields of the wrong type', { code: {}, message: ['x'], error: 7.5 }, { code: '7.5' }],
		['what cannot become text', { error: { toString: 0 }, error_description: {} }, {}],
	])('reads %s', (_name, body, expected) => {
		expect(readErrorBody(body)).toEqual(expected);
	});

	it('folds white space and strips control and invisible characters', () => {
		expect(readErrorBody({ message: ' a\r\n\tb\u0000\u001b[31m\u200bc\u202e ' })).toEqual({
			text: 'a b[31mc',
		});
	});

	it('cuts at 500 characters, never leaving half of a secret', () => {
		expect(readErrorBody('word '.repeat(1000)).text).toHaveLength(500);
		const secret = 'Zq9'.repeat(2000);
		expect(readErrorBody(`${'a '.repeat(240)}${secret}`).text).not.toContain('Zq9');
	});

	it('takes a code for a code only when it is short and no secret', () => {
		expect(readErrorBody({ code: 'A1'.repeat(20) }).code).toBeUndefined();
		expect(readErrorBody({ code: 'two words' }).code).toBeUndefined();
		expect(readErrorBody({ code: 'NOT_FOUND' }).code).toBe('NOT_FOUND');
	});

	it('hides what the caller knows to be secret', () => {
		const hide = (text: string) => text.replaceAll('tiny', '…');
		expect(readErrorBody({ code: 'tiny', message: 'code tiny is used' }, hide)).toEqual({
			text: 'code … is used',
		});
	});
});
