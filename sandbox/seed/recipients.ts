import { CANARIES } from '../canaries';
import { clientId, dice } from '../random';
import { DATA_SCOPES, type Country, type Recipient } from '../store/types';
import { DEMO } from './demo';

const NAMED: ReadonlyArray<readonly [string, Country, string]> = [
	[DEMO.recipientName, 'CA', 'Household budgets from all your accounts in one place.'],
	['Northwind Lending', 'CA', 'Loans decided on real cash flow.'],
	['Comptabilité Rivière', 'CA', 'La tenue de livres des petites entreprises.'],
	['Harbour Wealth', 'CA', 'One view of savings, pensions and investments.'],
	['Lone Pine Tax', 'US', 'Tax returns filled in from your statements.'],
	['Prairie Payroll', 'US', 'Salaries paid straight to the right account.'],
];

/** The nth data recipient; the first is Maple Budget, the first six have names of their own. */
export function seedRecipient(index: number, random: number): Recipient {
	const named = NAMED[index];
	const generated = dice('recipient', random, index);
	const [name, country, description] = named ?? [
		`${generated.company.name()} ${index + 1}`,
		index % 3 === 2 ? ('US' as const) : ('CA' as const),
		generated.company.catchPhrase(),
	];
	const site = `https://recipient-${index + 1}.example`;
	const demo = index === 0;
	return {
		client_id: demo ? DEMO.recipientId : clientId(random, index),
		client_secret: demo
			? DEMO.recipientSecret
			: `${CANARIES.clientSecret}${index + 1}-${dice('secret', random, index).string.alphanumeric({ length: 7, casing: 'lower' })}`,
		name,
		description,
		descriptionLanguage: description.startsWith('La tenue') ? 'fr' : 'en',
		country,
		logo_uri: `${site}/logo.png`,
		terms_uri: `${site}/terms`,
		client_uri: `${site}/`,
		contacts: [{ email: `open-banking@recipient-${index + 1}.example` }],
		scopes: DATA_SCOPES,
		redirect_uris: [`${site}/callback`],
	};
}
