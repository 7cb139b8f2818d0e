import { SCOPE_CHOICES } from '../../outbound/connections/scopeChoices';
import { NAME_MAX, pageProblem, TEXT_MAX } from '../../outbound/recipients/newRecipient';
import { choice, choices } from '../shared/fields/choice';
import { options } from '../shared/fields/collection';
import { text } from '../shared/fields/text';
import { texts } from '../shared/fields/texts';
import { toggle } from '../shared/fields/toggle';

/** What Flinks keeps of a recipient; only the redirect URIs can be changed afterwards. */

export const name = text({
	name: 'name',
	label: 'Name',
	required: true,
	placeholder: 'e.g. Maple Budget',
	description: `Customers see it exactly as you enter it. At most ${NAME_MAX} characters.`,
});

export const scopes = choices({
	name: 'scopes',
	label: 'Scopes',
	description:
		'What the recipient may ask consent for, besides basic account information, which Flinks always requires',
	options: SCOPE_CHOICES,
	default: ['ACCOUNT_DETAILED'],
	alsoFine: ['ACCOUNT_BASIC'],
});

export const country = choice({
	name: 'country',
	label: 'Country',
	description: 'The country of the recipient',
	options: [
		{ name: 'Canada', value: 'CA' },
		{ name: 'United States', value: 'US' },
	],
	default: 'CA',
});

const page = (field: string, label: string, description: string) =>
	text({
		name: field,
		label,
		placeholder: 'e.g. https://maplebudget.example',
		description,
		check: pageProblem,
	});

const evenIfNameExists = toggle({
	name: 'evenIfNameExists',
	label: 'Create Even if Name Exists',
	description:
		'Whether to create the recipient although there is one of the same name. Off keeps a second run from creating it twice.',
	default: false,
});

export const details = options({
	clientUri: page('clientUri', 'Website', 'The website of the recipient'),
	contactEmails: texts({
		name: 'contactEmails',
		label: 'Contact Emails',
		placeholder: 'e.g. ops@maplebudget.example',
		description: 'Addresses of contacts of the recipient. Several are separated by commas.',
	}),
	description: text({
		name: 'description',
		label: 'Description',
		placeholder: 'e.g. Helps families plan their spending',
		description: 'What the recipient does',
		maxLength: TEXT_MAX,
	}),
	evenIfNameExists,
	logoUri: page('logoUri', 'Logo URL', 'Address of the logo of the recipient'),
	termsUri: page('termsUri', 'Terms URL', 'Address of the terms of use'),
});
