/** Titles and generations, in English and French: they are not part of a name that banks keep alike. */
const TITLES = wordSet(
	'mr mrs ms miss mister dr prof sir hon rev mme mlle madame monsieur me jr sr ii iii iv phd md cpa ing',
);
/** Legal forms: a bank may write any of them, shorten it, or leave it out. */
const LEGAL_FORMS = wordSet(
	'inc incorporated incorporee ltd ltee limited limitee corp corporation co company cie compagnie llc llp lp ulc senc sencrl srl enr enrg reg',
);
const SMALL_WORDS = wordSet('the of and a an le la les l de du des d et');
/** Written together although they are letters of one word. */
const LETTERS: Readonly<Record<string, string>> = {
	œ: 'oe',
	æ: 'ae',
	ß: 'ss',
	ø: 'o',
	ł: 'l',
	đ: 'd',
};

/** Lower case without accents; apostrophes and full stops join, everything else that is no letter or digit parts. */
export function wordsIn(name: string): string[] {
	const plain = name
		.toLowerCase()
		// First, since NFKD makes a space and an accent of "´".
		.replace(/['’‘`´.]/g, '')
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.replace(/[œæßøłđ]/g, (letter) => LETTERS[letter] ?? letter);
	return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/** The words of a person's name without titles. */
export function personWords(name: string): string[] {
	const words = wordsIn(name).filter((word) => !TITLES.has(word));
	// "M. Luc Roy" is Monsieur; "M. Roy" may be Mary.
	return words.length > 2 && words[0] === 'm' ? words.slice(1) : words;
}

/** The words of a company's name without its legal form and small words; "&" and "and" are the same. */
export function companyWords(name: string): string[] {
	return wordsIn(name).filter((word) => !LEGAL_FORMS.has(word) && !SMALL_WORDS.has(word));
}

/** True for a name that only a company has: a legal form at its end, or a number in it. */
export function looksLikeCompany(name: string): boolean {
	const words = wordsIn(name);
	const last = words.at(-1) ?? '';
	return (words.length > 1 && LEGAL_FORMS.has(last)) || words.some((word) => /\d/.test(word));
}

function wordSet(words: string): ReadonlySet<string> {
	return new Set(words.split(' '));
}
