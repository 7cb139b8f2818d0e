import { SCOPES, type NewRecipient, type Scope } from '../model/types';
import { done, failed, type Outcome } from '../outcome';
import { checkUris } from './uris';

/** What an operator enters for a recipient to be; blank means not given. */
export interface RecipientInput {
	readonly name: string;
	readonly scopes: readonly string[];
	readonly redirectUris: readonly string[];
	readonly country?: string;
	readonly description?: string;
	readonly logoUri?: string;
	readonly termsUri?: string;
	readonly clientUri?: string;
	readonly contactEmails?: readonly string[];
}

/** Flinks' own limit: customers see the name exactly as it is entered. */
export const NAME_MAX = 256;
/** Ours: Flinks publishes none, and longer texts are a mistake in an expression. */
export const TEXT_MAX = 2000;
const CONTACTS_MAX = 50;
const EMAIL = /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/;

/** The body of R1, or the first field that Flinks cannot take. Nothing is sent. */
export function readNewRecipient(input: RecipientInput): Outcome<NewRecipient> {
	const given = trimmed(input);
	const problem = problemIn(given);
	if (problem !== undefined) {
		const [field, remedy] = problem;
		return failed({ kind: 'invalid-input', title: `${field} cannot be used`, remedy });
	}
	const contacts = given.contactEmails.map((email) => ({ email }));
	const optional = {
		country: given.country,
		description: given.description,
		logo_uri: given.logoUri,
		terms_uri: given.termsUri,
		client_uri: given.clientUri,
	};
	return done({
		name: given.name,
		scope: given.scopes.filter(isScope),
		redirect_uris: [...given.redirectUris],
		...Object.fromEntries(Object.entries(optional).filter(([, text]) => text !== '')),
		...(contacts.length === 0 ? {} : { contacts }),
	});
}

type Given = ReturnType<typeof trimmed>;

function trimmed(input: RecipientInput) {
	const text = (value: string | undefined) => (value ?? '').trim();
	const list = (values: readonly string[] | undefined) => [
		...new Set((values ?? []).map(text).filter((one) => one !== '')),
	];
	return {
		name: text(input.name),
		scopes: list(input.scopes),
		redirectUris: list(input.redirectUris),
		country: text(input.country),
		description: text(input.description),
		logoUri: text(input.logoUri),
		termsUri: text(input.termsUri),
		clientUri: text(input.clientUri),
		contactEmails: list(input.contactEmails),
	};
}

function problemIn(given: Given): readonly [field: string, remedy: string] | undefined {
	const pages = [
		['Logo URL', given.logoUri],
		['Terms URL', given.termsUri],
		['Website', given.clientUri],
	] as const;
	const found = [
		['Name', nameProblem(given.name)],
		['Scopes', scopeProblem(given.scopes)],
		['Redirect URIs', checkUris(given.redirectUris)],
		['Country', countryProblem(given.country)],
		['Description', lengthProblem(given.description)],
		...pages.map(([field, page]) => [field, pageProblem(page)] as const),
		['Contact Emails', contactProblem(given.contactEmails)],
	] as const;
	for (const [field, remedy] of found) if (remedy !== undefined) return [field, remedy];
	return undefined;
}

function nameProblem(name: string): string | undefined {
	if (name === '') return 'Enter the name that customers shall see.';
	if (/\p{Cc}/u.test(name))
		return 'It holds a line break or another control character. Enter it in one line.';
	const length = [...name].length;
	return length > NAME_MAX
		? `It has ${length} characters, and Flinks takes ${NAME_MAX}. Shorten it.`
		: undefined;
}

function scopeProblem(scopes: readonly string[]): string | undefined {
	const unknown = scopes.find((scope) => !isScope(scope));
	if (unknown !== undefined)
		return `Flinks knows no scope "${unknown.slice(0, 60)}". Choose from the list.`;
	return scopes.includes('ACCOUNT_BASIC') ? undefined : 'Flinks requires ACCOUNT_BASIC. Add it.';
}

function countryProblem(country: string): string | undefined {
	return ['', 'CA', 'US'].includes(country) ? undefined : 'Enter CA or US, or leave it empty.';
}

function lengthProblem(text: string): string | undefined {
	return text.length > TEXT_MAX
		? `It has ${text.length} characters. Shorten it to ${TEXT_MAX}.`
		: undefined;
}

/** What is wrong with the address of a page; undefined if it is fine or blank. */
export function pageProblem(page: string): string | undefined {
	if (page === '') return undefined;
	if (!URL.canParse(page) || /\s/.test(page) || new URL(page).protocol !== 'https:') {
		return 'It is no web address that starts with https://. Copy it from the browser.';
	}
	return lengthProblem(page);
}

function contactProblem(emails: readonly string[]): string | undefined {
	if (emails.length > CONTACTS_MAX)
		return `There are ${emails.length}. Enter ${CONTACTS_MAX} at most.`;
	const wrong = emails.findIndex((email) => !EMAIL.test(email) || email.length > 254);
	return wrong === -1 ? undefined : `Number ${wrong + 1} is no email address. Correct it.`;
}

function isScope(text: string): text is Scope {
	return SCOPES.some((scope) => scope === text);
}
