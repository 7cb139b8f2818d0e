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
	/** Whether parts of 1 count too. */
	readonly decimals?: boolean;
	/** False where the description says them already, or n8n prescribes its words. */
	readonly boundsShown?: boolean;
}

/**
 * A number within bounds. The editor is told none: it would silently make the next allowed number of a
 * wrong one, of 0 for instance. So what is typed stays, and the check says what is wrong with it; the
 * description names the same bounds. Digits as text count too.
 */
export function number(options: NumberOptions): Field<number> {
	const { name, label, description, default: fallback, min, max, decimals = false } = options;
	const { boundsShown = true } = options;
	return {
		properties: [
			{
				displayName: label,
				name,
				type: 'number',
				default: fallback,
				description: boundsShown
					? `${description.replace(/\.?$/, '.')} ${boundsOf(options)}`
					: description,
			},
		],
		read(item) {
			const given = numberOf(item.value(name, fallback));
			const fits =
				given >= min &&
				given <= (max ?? Number.MAX_SAFE_INTEGER) &&
				(decimals || Number.isInteger(given));
			return fits ? done(given) : failed(invalid(label, problemOf(options)));
		},
	};
}

function boundsOf({ min, max }: NumberOptions): string {
	return max === undefined ? `At least ${min}.` : `From ${min} to ${max}.`;
}

/** NaN for everything that is not a number; an empty text is none. */
function numberOf(value: unknown): number {
	if (typeof value === 'string' && value.trim() !== '') return Number(value);
	return typeof value === 'number' ? value : NaN;
}

function problemOf({ min, max, decimals = false }: NumberOptions): string {
	const kind = decimals ? 'a number' : 'a whole number';
	return max === undefined
		? `it is not ${kind} of ${min} or more. Enter ${min} or more.`
		: `it is not ${kind} from ${min} to ${max}. Enter ${min} to ${max}.`;
}
