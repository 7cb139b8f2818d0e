import { areShortForOne } from './shortNames';

/** How sure it is that two names are of one payer. */
export type Likeness = 'same' | 'likely' | 'different';

/** A person's name as far as it can be told apart; every word is plain (see `personWords`). */
export interface PersonName {
	readonly given: readonly string[];
	readonly family: readonly string[];
}

/**
 * Family names must agree, and so must the first given name; what one side leaves out does not count against it.
 * `likely` where an initial, a short name, half of a double family name or one wrong letter in the family name had to be let pass.
 */
export function samePerson(a: PersonName, b: PersonName): Likeness {
	const family = sameFamily(a.family, b.family);
	const given = sameGiven(a.given, b.given);
	// One doubt may be let pass, two may not.
	if (family === 'different' || given === 'different') return 'different';
	if (family === 'likely' && given === 'likely') return 'different';
	return family === 'likely' || given === 'likely' ? 'likely' : 'same';
}

function sameFamily(a: readonly string[], b: readonly string[]): Likeness {
	const [one, other] = [a.join(''), b.join('')];
	if (one === '' || other === '') return 'different';
	if (one === other) return 'same';
	const [few, many] = a.length <= b.length ? [a, b] : [b, a];
	const isPart =
		few.length < many.length && few.every((word) => word.length > 2 && many.includes(word));
	return isPart || isOneLetterOff(one, other) ? 'likely' : 'different';
}

function sameGiven(a: readonly string[], b: readonly string[]): Likeness {
	if (a.length === 0 || b.length === 0) return 'different';
	if (a.join('') === b.join('')) return 'same';
	const [first = '', ...others] = a;
	const [second = '', ...more] = b;
	const firsts = sameWord(first, second);
	if (firsts === 'different')
		return isJoined(a, second) || isJoined(b, first) ? 'same' : 'different';
	// What only one side has is left out by the other; what both have must agree.
	const middles = others.map((word, nth) => more[nth] !== undefined && sameWord(word, more[nth]));
	return middles.includes('different') ? 'different' : firsts;
}

function sameWord(a: string, b: string): Likeness {
	if (a === b) return 'same';
	const isInitial = (a.length === 1 || b.length === 1) && a[0] === b[0];
	return isInitial || areShortForOne(a, b) ? 'likely' : 'different';
}

/** `jean francois` and `jeanfrancois`. */
const isJoined = (words: readonly string[], word: string) => words.slice(0, 2).join('') === word;

/** One letter wrong, missing, too many, or two exchanged, in a name of six letters and more. */
function isOneLetterOff(a: string, b: string): boolean {
	const [short, long] = a.length <= b.length ? [a, b] : [b, a];
	if (short.length < 6 || long.length - short.length > 1) return false;
	let at = 0;
	while (at < short.length && short[at] === long[at]) at += 1;
	const rest = (text: string, from: number) => text.slice(from);
	if (short.length < long.length) return rest(short, at) === rest(long, at + 1);
	const exchanged = short[at] === long[at + 1] && short[at + 1] === long[at];
	return (
		rest(short, at + 1) === rest(long, at + 1) ||
		(exchanged && rest(short, at + 2) === rest(long, at + 2))
	);
}
