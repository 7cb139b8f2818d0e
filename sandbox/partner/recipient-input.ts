import { fieldsOf, textOf, wordsOf, type Fields } from '../http/input';
import { partnerRefusal } from '../http/refusals';
import { isDataScope, type Country, type Recipient } from '../store/types';

const NAME_MAX = 256;

function wrong(detail: string): Error {
	return partnerRefusal(400, `Invalid request parameters: ${detail}`);
}

/** Checks the fields of a recipient to be; throws the documented 400 where one is wrong. */
export function readNewRecipient(
	body: Fields,
	defaultCountry: Country,
): Omit<Recipient, 'client_id' | 'client_secret'> {
	const name = textOf(body, 'name')?.trim() ?? '';
	if (name === '' || name.length > NAME_MAX)
		throw wrong(`name must have 1 to ${NAME_MAX} characters`);
	const country = body.country ?? defaultCountry;
	if (country !== 'CA' && country !== 'US') throw wrong('country must be CA or US');
	return {
		name,
		country,
		description: textOf(body, 'description') ?? '',
		logo_uri: textOf(body, 'logo_uri') ?? '',
		terms_uri: textOf(body, 'terms_uri') ?? '',
		client_uri: textOf(body, 'client_uri') ?? '',
		contacts: readContacts(body.contacts ?? []),
		scopes: readScopes(body.scope),
		redirect_uris: readRedirectUris(body.redirect_uris),
	};
}

/** Text or list: the documentation asks for one and answers with the other. */
export function readRedirectUris(value: unknown): string[] {
	const uris = listOf(value);
	if (!uris || uris.length === 0 || !uris.every((uri) => URL.canParse(uri))) {
		throw wrong('redirect_uris must hold at least one URL');
	}
	return uris;
}

function readScopes(value: unknown): Recipient['scopes'] {
	const words = listOf(value) ?? [];
	const scopes = words.filter(isDataScope);
	if (!scopes.includes('ACCOUNT_BASIC') || scopes.length < words.length) {
		throw wrong('scope must hold ACCOUNT_BASIC and only known scopes');
	}
	return scopes;
}

function readContacts(value: unknown): Recipient['contacts'] {
	if (!Array.isArray(value)) throw wrong('contacts must be a list');
	return value.map((contact) => {
		const email = textOf(fieldsOf(contact), 'email');
		if (!email) throw wrong('each contact needs an email');
		return { email };
	});
}

function listOf(value: unknown): string[] | undefined {
	if (typeof value === 'string') return wordsOf(value);
	if (!Array.isArray(value)) return undefined;
	const texts = value.filter((one): one is string => typeof one === 'string');
	return texts.length === value.length ? [...new Set(texts)] : undefined;
}
