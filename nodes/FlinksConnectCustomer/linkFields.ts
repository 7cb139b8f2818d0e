import { SCOPE_CHOICES } from '../../outbound/connections/scopeChoices';
import { checkBankName, checkReference } from '../../outbound/connections/state';
import { done, failed } from '../../outbound/outcome';
import { activeProviderList } from '../shared/editor/lists';
import { options } from '../shared/fields/collection';
import { branch } from '../shared/fields/branch';
import { choice, choices } from '../shared/fields/choice';
import { mapped } from '../shared/fields/field';
import { invalid } from '../shared/fields/invalid';
import { itemField } from '../shared/fields/itemField';
import { number } from '../shared/fields/number';
import { oneId } from '../shared/pickers/oneId';
import { text, textOf } from '../shared/fields/text';
import { toggle } from '../shared/fields/toggle';

/** What the operator decides about a link; client ID and redirect URI come from the credential alone. */

export const provider = oneId({
	name: 'provider',
	of: 'provider',
	list: activeProviderList,
	description: 'The bank of the customer. The recipient must be registered with it and ACTIVE.',
});

const writtenReference = text({
	name: 'reference',
	label: 'Reference',
	required: true,
	placeholder: 'e.g. customer-1042',
	description:
		'Your own name for the customer, such as a customer number. It comes back with the connection. The customer can read it in the link.',
	check: checkReference,
});

const REFERENCE_FIELD = 'Reference Field';
const referenceOfItem = mapped(
	itemField({
		name: 'referenceField',
		label: REFERENCE_FIELD,
		default: 'reference',
		placeholder: 'e.g. customer.number',
		description:
			'Name of the field of each item that holds your own name for the customer, which the customer can read in the link',
	}),
	(value) => {
		const reference = textOf(value);
		const problem =
			reference === undefined || reference === ''
				? 'the field holds neither a text nor a number. Check the name of the field.'
				: checkReference(reference);
		return problem === undefined && reference !== undefined
			? done(reference)
			: failed(invalid(REFERENCE_FIELD, problem ?? ''));
	},
);

export const reference = branch({
	name: 'referenceFrom',
	label: 'Customer Reference',
	description: 'How your own name for the customer is given',
	options: [
		{ name: 'By Value', value: 'value', description: 'Write it, or an expression that gives it' },
		{
			name: 'From Input Field',
			value: 'field',
			description: 'Read it from a field of each item, without an expression',
		},
	],
	default: 'value',
	cases: { value: writtenReference, field: referenceOfItem },
});

export const scopes = choices({
	name: 'scopes',
	label: 'Scopes',
	description:
		'What to ask consent for, besides basic account information, which is always asked for',
	options: SCOPE_CHOICES,
	default: ['ACCOUNT_DETAILED'],
	alsoFine: ['ACCOUNT_BASIC'],
});

export const language = choice({
	name: 'language',
	label: 'Consent Language',
	description: 'The language of the consent page',
	options: [
		{ name: 'English', value: 'en' },
		{ name: 'French', value: 'fr' },
	],
	default: 'en',
});

export const validityMinutes = number({
	name: 'validityMinutes',
	label: 'Link Validity (Minutes)',
	description: 'How long the customer may take to open the link and come back. At most 30 days.',
	min: 1,
	max: 43_200,
	default: 60,
});

export const correlationId = text({
	name: 'correlationId',
	label: 'Correlation ID',
	placeholder: 'e.g. fce84d61-dfa8-4e2b-bd94-f1ec6a445841',
	description: 'An ID of your own that lets Flinks support find this connection. Optional.',
	maxLength: 100,
	check: (id) =>
		/[\p{Cc}\s]/u.test(id) ? 'it holds blanks. Use a UUID, or leave it empty.' : undefined,
});

export const linkOptions = options({
	bankName: text({
		name: 'bankName',
		label: 'Bank Name',
		placeholder: 'e.g. Caisse du Fleuve',
		description:
			'The bank as the customer knows it, for the page they come back to. The customer can read it in the link.',
		check: checkBankName,
	}),
	pkce: toggle({
		name: 'pkce',
		label: 'Bind Code to Link (PKCE)',
		description:
			'Whether the code that comes back is worth something with this link only (RFC 7636, S256). Flinks does not document it: try one link first.',
		default: false,
	}),
});
