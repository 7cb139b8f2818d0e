import { checkUris } from '../../outbound/recipients/uris';
import { done, failed } from '../../outbound/outcome';
import { recipientList } from '../shared/editor/lists';
import type { Field } from '../shared/fields/field';
import { mapped } from '../shared/fields/field';
import { invalid } from '../shared/fields/invalid';
import { texts } from '../shared/fields/texts';
import { oneId } from '../shared/pickers/oneId';

export const recipient = oneId({
	name: 'recipient',
	of: 'recipient',
	list: recipientList,
	description: 'The data recipient',
});

/** Addresses that customers come back to, each checked before anything is sent. */
export function redirectUris(label: string, description: string): Field<readonly string[]> {
	const field = texts({
		name: 'redirectUris',
		label,
		required: true,
		placeholder: 'e.g. https://n8n.example.com/webhook/flinks',
		description: `${description}. Several are separated by commas or lines; an expression may also give an array.`,
	});
	return mapped(field, (uris) => {
		const problem = checkUris(uris);
		return problem === undefined ? done(uris) : failed(invalid(label, problem));
	});
}
