import { isFields, textOf, type Fields } from './record';

const NUMBER_KEY =
	/^(?:(?:.*(?:account|card|routing|transit|micr|loan|policy|contract|plan)_?)numbers?|.*iban|bban|pan|micr)$/i;
const DISPLAY_KEY = /numberDisplay$/i;
// Ids and links must keep working in the next request, even where a provider's id is a number too.
const REFERENCE_KEY = /(?:Id|Ids|href)$/;
const MAX_DEPTH = 40;

/** Only the last four characters, and never more than half of a short number: `***6789`. */
export function maskNumber(value: string): string {
	const plain = value.replace(/[\s-]/g, '');
	const shown = Math.min(4, Math.floor(plain.length / 2));
	return `***${shown === 0 ? '' : plain.slice(-shown)}`;
}

/** A bank's own display form stays unless it shows more than four digits. */
export const maskDisplay = (value: string): string =>
	value.replace(/\D/g, '').length > 4 ? maskNumber(value) : value;

const isNumberKey = (key: string, siblings: Fields) =>
	NUMBER_KEY.test(key) || (key === 'identifier' && 'identifierType' in siblings);

function collect(value: unknown, into: Set<string>, isNumber: boolean, depth: number): void {
	if (depth > MAX_DEPTH) return;
	const text = isNumber ? textOf(value) : null;
	if (text !== null && text.length >= 5) into.add(text);
	if (Array.isArray(value)) for (const one of value) collect(one, into, isNumber, depth + 1);
	if (isFields(value))
		for (const [key, field] of Object.entries(value))
			collect(field, into, isNumberKey(key, value), depth + 1);
}

type Rule = 'number' | 'display' | 'reference' | 'other';
type Mask = (text: string) => string;

function ruleFor(key: string, siblings: Fields): Rule {
	if (isNumberKey(key, siblings)) return 'number';
	if (DISPLAY_KEY.test(key)) return 'display';
	return REFERENCE_KEY.test(key) ? 'reference' : 'other';
}

function maskLeaf(value: unknown, rule: Rule, elsewhere: Mask): unknown {
	const text = typeof value === 'number' ? String(value) : value;
	if (typeof text !== 'string' || rule === 'reference') return value;
	if (rule === 'number') return maskNumber(text);
	if (rule === 'display') return maskDisplay(text);
	return typeof value === 'string' ? elsewhere(value) : value;
}

function copy(value: unknown, rule: Rule, elsewhere: Mask, depth: number): unknown {
	if (depth > MAX_DEPTH) return null;
	if (Array.isArray(value))
		return value.map((one: unknown) => copy(one, rule, elsewhere, depth + 1));
	if (!isFields(value)) return maskLeaf(value, rule, elsewhere);
	return Object.fromEntries(
		Object.entries(value).map(([key, field]) => [
			key,
			copy(field, ruleFor(key, value), elsewhere, depth + 1),
		]),
	);
}

/**
 * A copy of any FDX record, wrapped or not, in which full account, card and routing numbers are
 * masked at every depth, also where a name or description repeats one. Ids and links stay.
 */
export function maskAccount(record: unknown): unknown {
	const numbers = new Set<string>();
	collect(record, numbers, false, 0);
	const elsewhere: Mask = (text) =>
		[...numbers].reduce((rest, number) => rest.split(number).join(maskNumber(number)), text);
	return copy(record, 'other', elsewhere, 0);
}
