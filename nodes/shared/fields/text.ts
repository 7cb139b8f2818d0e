import type { Outcome } from '../../../outbound/outcome';
import { done, failed } from '../../../outbound/outcome';
import type { Field } from './field';
import { invalid } from './invalid';

export interface TextOptions {
	readonly name: string;
	readonly label: string;
	readonly description: string;
	readonly default?: string;
	readonly placeholder?: string;
	/** An empty text is refused. */
	readonly required?: boolean;
	/** In characters. */
	readonly maxLength?: number;
	/** What is wrong with a text, as a sentence and what to do; undefined where it is fine. */
	readonly check?: (text: string) => string | undefined;
}

/** One line of text, trimmed. A number counts as its digits. */
export function text(options: TextOptions): Field<string> {
	const { name, label, description, placeholder, required } = options;
	const fallback = options.default ?? '';
	return {
		properties: [
			{
				displayName: label,
				name,
				type: 'string',
				...(required ? { required } : {}),
				default: fallback,
				...(placeholder === undefined ? {} : { placeholder }),
				description,
			},
		],
		read: (item) => checked(options, item.value(name, fallback)),
	};
}

function checked(options: TextOptions, value: unknown): Outcome<string> {
	const { label, required, maxLength = Infinity, check } = options;
	const given = textOf(value);
	if (given === undefined) {
		return failed(
			invalid(label, 'it is not a text. Enter a text, or an expression that gives one.'),
		);
	}
	if (given === '') {
		return required
			? failed(invalid(label, `it is empty. Enter ${forExample(options)}.`))
			: done('');
	}
	if (given.length > maxLength) {
		return failed(
			invalid(label, `it is ${given.length} characters long. Enter ${maxLength} at most.`),
		);
	}
	const problem = check?.(given);
	return problem === undefined ? done(given) : failed(invalid(label, problem));
}

/** The text of a text or number, trimmed; nothing given is an empty text, anything else is none. */
export function textOf(value: unknown): string | undefined {
	if (value === undefined || value === null) return '';
	if (typeof value === 'string') return value.trim();
	return typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined;
}

function forExample({ placeholder }: TextOptions): string {
	return placeholder === undefined ? 'a text' : `a text, ${placeholder}`;
}
