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

	it.each<[Partial<RecipientInput>, string]>([
		[{ name: '' }, 'Enter the name that customers shall see.'],
		[
			{ name: 'a\u0007b' },
			'It holds a line break or another control character. Enter it in one line.',
		],
		[{ name: '🍁'.repeat(257) }, 'It has 257 characters, and Flinks takes 256. Shorten it.'],
		[
			{ scopes: ['x'.repeat(80)] },
			`Flinks knows no scope "${'x'.repeat(60)}". Choose from the list.`,
		],
		[{ scopes: ['STATEMENTS'] }, 'Flinks requires ACCOUNT_BASIC. Add it.'],
		[{ country: 'ca' }, 'Enter CA or US, or leave it empty.'],
		[{ description: 'x'.repeat(2001) }, 'It has 2001 characters. Shorten it to 2000.'],
		[
			{ logoUri: 'https://a.example/a b' },
			'It is no web address that starts with https://. Copy it from the browser.',
		],
		[
			{ contactEmails: Array.from({ length: 51 }, (_, nth) => `a${nth}@b.ca`) },
			'There are 51. Enter 50 at most.',
		],
		[{ contactEmails: ['a@b.ca', 'a@b'] }, 'Number 2 is no email address. Correct it.'],
	])('says what is wrong: %#', (changed, remedy) => {
		const read = readNewRecipient({ ...GOOD, ...changed });
		expect(read).toMatchObject({ kind: 'failed', failure: { kind: 'invalid-input', remedy } });
	});

	it.each([
		'a b@c.ca',
		'a@b.ca, c@d.ca',
		'<a@b.ca>',
		'a@b.ca>',
		'@b.ca',
		'a@.ca',
		`${'a'.repeat(250)}@b.ca`,
	])('takes %j for no email address', (email) =>
		expect(titleFor({ contactEmails: [email] })).toBe('Contact Emails cannot be used'),
	);

	it('takes what is within the limits, in the US too', () => {
		const contactEmails = Array.from({ length: 50 }, (_, nth) => `${nth}.ab@c-d.example.ca`);
		expect(titleFor({ contactEmails, country: 'US' })).toBeUndefined();
		expect(titleFor({ contactEmails: [`${'a'.repeat(249)}@b.ca`] })).toBeUndefined();
		expect(titleFor({ logoUri: 'https://a.example/', termsUri: 'https://a.example/t' })).toBe(
			undefined,
		);
	});

	it('without contacts has no list of them', () => {
		expect(readNewRecipient(GOOD)).not.toHaveProperty('value.contacts');
		expect(readNewRecipient({ ...GOOD, clientUri: ' https://a.example/ ' })).toMatchObject({
			value: { client_uri: 'https://a.example/' },
		});
	});
});
