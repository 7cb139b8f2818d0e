import type { Outcome } from '../../../outbound/outcome';
import { done, failed } from '../../../outbound/outcome';
import type { Field } from './field';
import { invalid } from './invalid';

interface TextsOptions {
	readonly name: string;
	readonly label: string;
	readonly description: string;
	readonly placeholder?: string;
	/** None is refused. */
	readonly required?: boolean;
}

/** Several texts without blanks or commas in them, such as addresses; each once, in the order given. */
export function texts(options: TextsOptions): Field<readonly string[]> {
	const { name, label, description, placeholder, required } = options;
	return {
		properties: [
			{
				displayName: label,
				name,
				type: 'string',
				...(required ? { required } : {}),
				default: '',
				...(placeholder === undefined ? {} : { placeholder }),
				description,
			},
		],
		read(item): Outcome<readonly string[]> {
			const given = item.value(name, '') ?? '';
			const entries: readonly unknown[] = Array.isArray(given) ? given : [given];
			const found = new Set<string>();
			for (const entry of entries) {
				if (typeof entry !== 'string') return failed(invalid(label, NO_TEXTS));
				for (const text of entry.split(/[\s,]+/)) if (text !== '') found.add(text);
			}
			if (required && found.size === 0) {
				return failed(invalid(label, `it is empty. Enter one, ${placeholder ?? 'or several'}.`));
			}
			return done([...found]);
		},
	};
}

const NO_TEXTS = 'it is neither a text nor a list of texts. Use an expression that gives them.';
