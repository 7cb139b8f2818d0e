import { done, failed } from '../../../outbound/outcome';
import { fieldsOf, valueAt } from '../input/valueAt';
import type { Field } from './field';
import { invalid } from './invalid';

/** The name of a field of each item, read as what the item has there; never empty. */
export function itemField(options: {
	readonly name: string;
	readonly label: string;
	/** Without a full stop; how to reach inner fields is added. */
	readonly description: string;
	readonly default: string;
	readonly placeholder?: string;
	/** What to say where the item has nothing there. */
	readonly missing?: (field: string) => string;
}): Field<unknown> {
	const { name, label, description, default: fallback } = options;
	return {
		properties: [
			{
				displayName: label,
				name,
				type: 'string',
				required: true,
				default: fallback,
				placeholder: options.placeholder ?? `e.g. ${fallback}`,
				description: `${description}. Use dots for fields inside fields.`,
			},
		],
		read(item) {
			const field = String(item.value(name, fallback));
			const value = valueAt(item.json, field);
			if (value !== undefined && value !== null && value !== '') return done(value);
			const missing = options.missing ?? nothingThere;
			return failed(invalid(label, `${missing(field)} ${fieldsOf(item.json)}`));
		},
	};
}

function nothingThere(field: string): string {
	return `the item has nothing in its field "${field}". Name one that the item has.`;
}
