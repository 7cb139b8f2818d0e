import { done, failed } from '../../../outbound/outcome';
import type { Field } from './field';
import { invalid } from './invalid';

export interface NumberOptions {
	readonly name: string;
	readonly label: string;
	readonly description: string;
	readonly default: number;
	readonly min: number;
	/** Without one, what a computer can count to. */
	readonly max?: number;
	/** How many digits may stand after the point; a whole number without it. */
	readonly decimals?: number;
}

/** A number within bounds, the same in the editor and in the check. Digits as text count too. */
export function number(options: NumberOptions): Field<number> {
	const { name, label, description, default: fallback, min, max, decimals } = options;
	return {
		properties: [
			{
				displayName: label,
				name,
				type: 'number',
				typeOptions: {
					minValue: min,
					...(max === undefined ? {} : { maxValue: max }),
					...(decimals === undefined ? {} : { numberPrecision: decimals }),
				},
				default: fallback,
				description,
			},
		],
		read(item) {
			const given = numberOf(item.value(name, fallback));
			const fits =
				given >= min &&
				given <= (max ?? Number.MAX_SAFE_INTEGER) &&
				(decimals !== undefined || Number.isInteger(given));
			return fits ? done(given) : failed(invalid(label, problemOf(options)));
		},
	};
}

/** NaN for everything that is not a number; an empty text is none. */
function numberOf(value: unknown): number {
	if (typeof value === 'string' && value.trim() !== '') return Number(value);
	return typeof value === 'number' ? value : NaN;
}

function problemOf({ min, max, decimals }: NumberOptions): string {
	const kind = decimals === undefined ? 'a whole number' : 'a number';
	return max === undefined
		? `it is not ${kind} of ${min} or more. Enter ${min} or more.`
		: `it is not ${kind} from ${min} to ${max}. Enter ${min} to ${max}.`;
}
