import { done, failed } from '../../../outbound/outcome';
import type { Field } from './field';
import { invalid } from './invalid';

/** A switch. An expression may give true or false, also as text. */
export function toggle(options: {
	readonly name: string;
	readonly label: string;
	/** Begins with "Whether". */
	readonly description: string;
	readonly default: boolean;
}): Field<boolean> {
	const { name, label, description, default: fallback } = options;
	const type = 'boolean';
	return {
		properties: [{ displayName: label, name, type, default: fallback, description }],
		read(item) {
			const value = item.value(name, fallback);
			if (value === true || value === 'true') return done(true);
			if (value === false || value === 'false') return done(false);
			return failed(invalid(label, 'it is neither true nor false. Enter one of the two.'));
		},
	};
}
