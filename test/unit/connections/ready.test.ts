import { readyToConnect, readyToSeal } from '../../../outbound/connections/readyApp';
import { SCOPE_CHOICES } from '../../../outbound/connections/scopeChoices';
import { SCOPES } from '../../../outbound/model/types';
import { done, failed } from '../../../outbound/outcome';
import { recipientApp } from './support';

describe('a credential before a link goes out', () => {
	it('is ready with a redirect URI and a key', () => {
		const app = done(recipientApp());
		expect(readyToConnect(app)).toBe(app);
		expect(readyToSeal(app)).toBe(app);
	});

	it('passes on why there is none', () => {
		const none = failed({ kind: 'invalid-input', title: 'No', remedy: 'Do.' });
		expect([readyToConnect(none), readyToSeal(none)]).toEqual([none, none]);
	});

	it('is refused by the name of its field, before anything is sent', () => {
		const noAddress = done({ ...recipientApp(), redirectUri: 'http://n8n.example/' });
		expect(readyToConnect(noAddress)).toMatchObject({
			failure: {
				kind: 'credential-refused',
				title: "The 'Redirect URI' of the Flinks credential cannot be used",
				remedy: expect.stringMatching(
					/^Open the credential and correct it: .+\. Nothing was sent\.$/,
				),
			},
		});
		expect(readyToSeal(noAddress)).toBe(noAddress);
		const weak = done({ ...recipientApp(), connectionKey: 'short' });
		for (const ready of [readyToConnect(weak), readyToSeal(weak)]) {
			expect(ready).toMatchObject({
				failure: { title: "The 'Connection Key' of the Flinks credential cannot be used" },
			});
			expect(JSON.stringify(ready)).not.toContain('"short"');
		}
	});
});

describe('what a customer may be asked for', () => {
	it('is every scope of Flinks but the one that always goes along, by name', () => {
		const offered = SCOPE_CHOICES.map(({ value }) => value);
		expect(new Set(offered)).toEqual(new Set(SCOPES.filter((one) => one !== 'ACCOUNT_BASIC')));
		expect(offered).toHaveLength(SCOPES.length - 1);
		const names = SCOPE_CHOICES.map(({ name }) => name);
		expect(names).toEqual([...names].sort());
		for (const { description } of SCOPE_CHOICES) expect(description).toMatch(/^[A-Z].+[^.]$/);
	});
});
