import { fieldsOf, textOf, type Fields } from '../http/input';
import type { SandboxSettings } from '../settings';
import { isDataScope, type Recipient } from '../store/types';
import { readRedirectUris } from './redirect-uris';
import { wrongInput } from './wrong-input';

const TEXTS = ['description', 'logo_uri', 'terms_uri', 'client_uri'] as const;

type NewRecipient = Omit<Recipient, 'client_id' | 'client_secret'>;

/** Checks the fields of a recipient to be; throws the documented 400 where one is wrong. */
export function readNewRecipient(body: Fields, settings: SandboxSettings): NewRecipient {
	const { recipientLimits: limits, requiredRecipientFields, defaultCountry } = settings;
	for (const name of requiredRecipientFields) {
		if (body[name] === undefined) throw wrongInput(`${name} is missing`);
	}
	const name = textOf(body, 'name')?.trim() ?? '';
	const nameNeeded = requiredRecipientFields.includes('name');
	if ((nameNeeded && name === '') || name.length > limits.name) {
		throw wrongInput(`name must have 1 to ${limits.name} characters`);
	}
	const country = body.country ?? defaultCountry;
	if (country !== 'CA' && country !== 'US') throw wrongInput('country must be CA or US');
	for (const field of TEXTS) readText(body, field, limits.text);
	return {
		name,
		country,
		description: textOf(body, 'description') ?? '',
		logo_uri: textOf(body, 'logo_uri') ?? '',
		terms_uri: textOf(body, 'terms_uri') ?? '',
		client_uri: textOf(body, 'client_uri') ?? '',
		contacts: readContacts(body.contacts ?? [], limits.contacts),
		scopes: readScopes(body.scope, settings),
		redirect_uris: body.redirect_uris === undefined ? [] : readRedirectUris(body, settings),
	};
}

function readText(body: Fields, field: (typeof TEXTS)[number], most: number): void {
	const value = body[field];
	if (value === undefined) return;
	if (typeof value !== 'string' || value.length > most) {
		throw wrongInput(`${field} must be a text of at most ${most} characters`);
	}
	if (field !== 'description' && value !== '' && !URL.canParse(value)) {
		throw wrongInput(`${field} must be a URL`);
	}
}

function readScopes(value: unknown, { scopeAs }: SandboxSettings): Recipient['scopes'] {
	const list = Array.isArray(value);
	if (scopeAs !== 'both' && (scopeAs === 'list') !== list)
		throw wrongInput(`scope must be a ${scopeAs}`);
	const words = list ? value.map(String) : typeof value === 'string' ? value.split(/\s+/) : [];
	const scopes = [...new Set(words)].filter(isDataScope);
	if (!scopes.includes('ACCOUNT_BASIC') || scopes.length < new Set(words).size) {
		throw wrongInput('scope must hold ACCOUNT_BASIC and only known scopes');
	}
	return scopes;
}

function readContacts(value: unknown, most: number): Recipient['contacts'] {
	if (!Array.isArray(value) || value.length > most) {
		throw wrongInput(`contacts must be a list of at most ${most}`);
	}
	return value.map((contact) => {
		const email = textOf(fieldsOf(contact), 'email');
		if (!email || !/^\S+@\S+$/.test(email)) throw wrongInput('each contact needs an email');
		return { email };
	});
}
