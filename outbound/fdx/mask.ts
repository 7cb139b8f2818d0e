import { createNumberFinder, plainNumber, type NumberFinder } from './numberFinder';
import { isFields, textOf, type Fields } from './record';

const NUMBER_KEY =
	/^(?:.*(?:account|acct|card|routing|transit|micr|loan|policy|contract|plan)_?(?:numbers?|nums?|nbrs?|nos?)|.*iban|bban|clabe|pan|micr|sort_?code)$/i;
const DISPLAY_KEY = /(?:number|nbr|num|no)_?display$/i;
// Ids and links must keep working in the next request, even where a provider's id is a number too.
const REFERENCE_KEY = /(?:Id|Ids|href)$/;
const MAX_DEPTH = 40;
/** Fewer characters are part of too many words to be looked for elsewhere. */
const SHORTEST = 5;

/** Only the last four characters, and never more than half of a short number: `***6789`. */
export function maskNumber(value: string): string {
	const plain = value.replace(/[\s-]/g, '');
	const shown = Math.min(4, Math.floor(plain.length / 2));
	return `***${shown === 0 ? '' : plain.slice(-shown)}`;
}

/** A bank's own display form stays unless it shows more than four digits. */
const maskDisplay = (value: string): string =>
	value.replace(/\D/g, '').length > 4 ? maskNumber(value) : value;

const isLong = (value: string) => plainNumber(value).length >= SHORTEST;

/** A bank's number of three digits tells nothing of the account; a longer one holds the branch. */
export const maskBankId = (value: string): string => (isLong(value) ? maskNumber(value) : value);

/** A number as the operator asked for it: in full, or masked. */
export const shownNumber = (
	text: string | null,
	fullNumbers: boolean,
	mask: (value: string) => string = maskNumber,
): string | null => (text === null || fullNumbers ? text : mask(text));

type Rule = 'bank' | 'display' | 'number' | 'other' | 'part of a number' | 'reference';

/** Below a number field (`{accountNumber: {value, type}}`) whatever holds digits may be the number. */
function ruleFor(key: string, siblings: Fields, above: Rule): Rule {
	if (NUMBER_KEY.test(key) || (key === 'identifier' && 'identifierType' in siblings)) {
		return 'number';
	}
	if (DISPLAY_KEY.test(key)) return 'display';
	if (key === 'bankId' && 'identifier' in siblings) return 'bank';
	if (REFERENCE_KEY.test(key)) return 'reference';
	return above === 'number' || above === 'part of a number' ? 'part of a number' : 'other';
}

const isNumber = (text: string, rule: Rule) =>
	rule === 'number' ||
	(rule === 'bank' && isLong(text)) ||
	(rule === 'part of a number' && /\d/.test(text));

/** Calls `see` with each value that is neither a list nor an object, and with what lies too deep. */
function eachLeaf(
	value: unknown,
	rule: Rule,
	depth: number,
	see: (value: unknown, rule: Rule | 'too deep') => void,
): void {
	if (depth > MAX_DEPTH) see(value, 'too deep');
	else if (Array.isArray(value)) for (const one of value) eachLeaf(one, rule, depth + 1, see);
	else if (!isFields(value)) see(value, rule);
	else
		for (const key of Object.keys(value))
			eachLeaf(value[key], ruleFor(key, value, rule), depth + 1, see);
}

function numbersIn(record: unknown): Set<string> {
	const numbers = new Set<string>();
	eachLeaf(record, 'other', 0, (value, rule) => {
		if (rule === 'too deep') return;
		const text = textOf(value);
		const plain = text !== null && isNumber(text, rule) ? plainNumber(text) : '';
		if (plain.length >= SHORTEST) numbers.add(plain);
	});
	return numbers;
}

/** Whether masking would leave the record as it is, which is found out in a tenth of the time. */
export function isWithoutNumbers(record: unknown): boolean {
	let isWithout = true;
	eachLeaf(record, 'other', 0, (_, rule) => {
		if (rule !== 'other' && rule !== 'reference') isWithout = false;
	});
	return isWithout;
}

function maskRepeated(text: string, finder: NumberFinder): string {
	let shown = '';
	let from = 0;
	for (const { start, end, number } of finder.find(text)) {
		shown += `${text.slice(from, start)}${maskNumber(number)}`;
		from = end;
	}
	return shown + text.slice(from);
}

function maskLeaf(value: unknown, rule: Rule, finder: NumberFinder): unknown {
	const text = typeof value === 'number' ? String(value) : value;
	if (typeof text !== 'string' || rule === 'reference') return value;
	if (isNumber(text, rule)) return maskNumber(text);
	if (rule === 'display') return maskDisplay(text);
	return typeof value === 'string' ? maskRepeated(value, finder) : value;
}

function copy(value: unknown, rule: Rule, finder: NumberFinder, depth: number): unknown {
	if (depth > MAX_DEPTH) return null;
	if (Array.isArray(value)) {
		return value.map((one: unknown) => copy(one, rule, finder, depth + 1));
	}
	if (!isFields(value)) return maskLeaf(value, rule, finder);
	const fields = Object.entries(value).map(([key, field]) => {
		const masked = copy(field, ruleFor(key, value, rule), finder, depth + 1);
		return [key, masked] as const;
	});
	return Object.fromEntries(fields);
}

/**
 * A copy of any FDX record, wrapped or not, in which full account, card and routing numbers are
 * masked at every depth, also where a name or description repeats one, grouped in whatever way. Ids
 * and links stay.
 * @param makeFinder for tests that count its steps
 */
export function maskAccount(record: unknown, makeFinder = createNumberFinder): unknown {
	return copy(record, 'other', makeFinder(numbersIn(record)), 0);
}
