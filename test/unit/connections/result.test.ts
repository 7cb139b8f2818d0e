import fc from 'fast-check';

import { readResult, signResult, type Result } from '../../../outbound/connections/result';
import { NOW, recipientApp } from './support';

const app = recipientApp();
const HOUR_MS = 60 * 60_000;

describe('the result in the address bar', () => {
	it.each([
		{ kind: 'connected', language: 'fr', bankName: 'Caisse du Fleuve' },
		{ kind: 'declined', language: 'en' },
		{ kind: 'failed' },
		{ kind: 'not-valid' },
	] as const)('comes back as it was: %j', (result) => {
		const text = signResult(result, app, NOW);
		expect(text).toMatch(/^[\w-]+\.[\w-]{43}$/);
		expect(readResult(text, app, NOW)).toEqual(result);
	});

	it('ends after an hour', () => {
		const text = signResult({ kind: 'connected' }, app, NOW);
		expect(readResult(text, app, NOW + HOUR_MS - 1)).toBeDefined();
		expect(readResult(text, app, NOW + HOUR_MS)).toBeUndefined();
	});

	it('is nobody else’s to make', () => {
		const text = signResult({ kind: 'connected' }, app, NOW);
		expect(readResult(text, recipientApp(), NOW)).toBeUndefined();
		expect(readResult(text, { ...app, clientId: 'dc-other' }, NOW)).toBeUndefined();
		fc.assert(
			fc.property(fc.nat(), fc.string({ maxLength: 1 }), (at, put) => {
				const place = at % text.length;
				const changed = text.slice(0, place) + put + text.slice(place + 1);
				fc.pre(changed !== text);
				expect(readResult(changed, app, NOW)).toBeUndefined();
			}),
		);
		for (const odd of [undefined, ['a'], [text], '', 'x'.repeat(600)]) {
			expect(readResult(odd, app, NOW)).toBeUndefined();
		}
	});

	it('is none of another release, which knows more of them', () => {
		const later = JSON.parse('{"kind":"postponed"}') as Result;
		expect(readResult(signResult(later, app, NOW), app, NOW)).toBeUndefined();
	});
});
