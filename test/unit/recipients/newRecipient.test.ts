import { readNewRecipient, type RecipientInput } from '../../../outbound/recipients/newRecipient';

const GOOD: RecipientInput = {
	name: ' Maple Lending ',
	scopes: ['ACCOUNT_BASIC', 'TRANSACTIONS'],
	redirectUris: ['https://a.example/back', 'https://a.example/back'],
};

const titleFor = (changed: Partial<RecipientInput>) => {
	const read = readNewRecipient({ ...GOOD, ...changed });
	return read.kind === 'failed' ? read.failure.title : undefined;
};

describe('a recipient to be', () => {
	it('is sent trimmed, each entry once, without what is blank', () => {
		const read = readNewRecipient({
			...GOOD,
			country: 'CA',
			description: '',
			contactEmails: ['a@b.ca', ' '],
		});
		expect(read).toEqual({
			kind: 'done',
			value: {
				name: 'Maple Lending',
				scope: ['ACCOUNT_BASIC', 'TRANSACTIONS'],
				redirect_uris: ['https://a.example/back'],
				country: 'CA',
				contacts: [{ email: 'a@b.ca' }],
			},
		});
	});

	it.each<[string, Partial<RecipientInput>]>([
		['Name', { name: ' ' }],
		['Name', { name: 'x'.repeat(257) }],
		['Name', { name: 'a\nb' }],
		['Scopes', { scopes: ['TRANSACTIONS'] }],
		['Scopes', { scopes: ['ACCOUNT_BASIC', 'EVERYTHING'] }],
		['Redirect URIs', { redirectUris: [] }],
		['Redirect URIs', { redirectUris: ['http://a.example/'] }],
		['Redirect URIs', { redirectUris: ['https://a.example/#x'] }],
		['Redirect URIs', { redirectUris: ['https://a.example/,https://b.example/'] }],
		['Redirect URIs', { redirectUris: [`https://a.example/${'x'.repeat(2000)}`] }],
		[
			'Redirect URIs',
			{ redirectUris: Array.from({ length: 101 }, (_, nth) => `https://${nth}.example/`) },
		],
		['Country', { country: 'Canada' }],
		['Description', { description: 'x'.repeat(2001) }],
		['Logo URL', { logoUri: 'http://a.example/logo.png' }],
		['Terms URL', { termsUri: 'terms' }],
		['Website', { clientUri: `https://a.example/${'x'.repeat(2000)}` }],
		['Contact Emails', { contactEmails: ['nobody'] }],
		['Contact Emails', { contactEmails: Array.from({ length: 51 }, (_, nth) => `a${nth}@b.ca`) }],
	])('is refused for its %s: %j', (field, changed) => {
		expect(titleFor(changed)).toBe(`${field} cannot be used`);
	});

	it('may use every character of the limits', () => {
		expect(titleFor({ name: 'é'.repeat(256), description: 'x'.repeat(2000) })).toBeUndefined();
		expect(titleFor({ redirectUris: ['http://localhost:5678/back'] })).toBeUndefined();
	});
});
