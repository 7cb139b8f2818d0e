import { personWords } from './nameWords';
import type { PersonName } from './samePerson';

const BETWEEN_HOLDERS = /\s+(?:and|et|or|ou|und)\s+|\s*[&/;+]\s*/i;
/** "O/A", "DBA", "F/A": the name a company does business under. */
const TRADING_AS =
	/\s+(?:o\/a|d\/?b\/?a|t\/a|f\/a|s\/n|operating as|doing business as|trading as|faisant affaires? sous(?: le nom(?: de)?)?)\s+/i;

/** Small words that begin a family name. */
const PARTICLES = new Set(
	'de du des la le van von der den di da dos del st ste mac mc el al bin ben'.split(' '),
);

/** The names of a company: its own and the one it does business under. */
export function companyNames(text: string): string[] {
	return text.split(TRADING_AS).filter((name) => name.trim() !== '');
}

/**
 * The persons in a text such as `John & Mary Smith`, `TREMBLAY, MARIE OU GAGNON, LUC` or `Ana de la Cruz`. Who is
 * named without a family name has that of the other.
 */
export function holdersIn(text: string): PersonName[] {
	const persons = text.split(BETWEEN_HOLDERS).flatMap((part) => personIn(part) ?? []);
	const family = [...persons].reverse().find((person) => person.family.length > 0)?.family ?? [];
	return persons.map((person) => (person.family.length > 0 ? person : { ...person, family }));
}

function personIn(part: string): PersonName | undefined {
	const [before, after] = part.split(',', 2);
	const isReversed = after !== undefined && personWords(after).length > 0;
	if (isReversed) return { family: personWords(before ?? ''), given: personWords(after) };
	const words = personWords(before ?? '');
	if (words.length === 0) return undefined;
	if (words.length === 1) return { given: words, family: [] };
	let start = words.length - 1;
	// A double name written with a hyphen is one name.
	const parts = (before ?? '').split(/\s+/).map((one) => personWords(one).length);
	start -= (parts.filter((count) => count > 0).at(-1) ?? 1) - 1;
	while (start > 1 && PARTICLES.has(words[start - 1] ?? '')) start -= 1;
	start = Math.max(start, 1);
	return { given: words.slice(0, start), family: words.slice(start) };
}
