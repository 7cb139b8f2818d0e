/** What banks put around the name of a shop, in English and French: it says nothing about which shop. */
const NOISE = new Set(
	'ACHAT ATTENTE AUTH AUTHORIZATION AUTORISATION CARD CARTE DEBIT EN INTERAC MASTERCARD OF PAIEMENT PAYMENT PENDING POS PREAUTH PURCHASE SQ THE TST VISA'.split(
		' ',
	),
);
const MAX_LENGTH = 40;

/** The words of a description that can name a shop: capitals, no accents, no numbers, at most 40 characters. */
export function wordsOf(description: string | null): string {
	const plain = (description ?? '').normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
	const words = plain.split(/[^\p{L}]+/u).filter((word) => word.length > 1 && !NOISE.has(word));
	return words.join(' ').slice(0, MAX_LENGTH).trim();
}

/**
 * Whether two texts of `wordsOf` may name the same shop: the first five letters are the same, or half of the
 * words of the shorter one appear in the other. `AMZN MKTP` and `AMZN MKTP CA TORONTO` do.
 */
export function similar(a: string, b: string): boolean {
	if (a === '' || b === '') return false;
	if (joined(a).slice(0, 5) === joined(b).slice(0, 5)) return true;
	const [few, many] = a.length <= b.length ? [a, b] : [b, a];
	const words = few.split(' ');
	const others = new Set(many.split(' '));
	const shared = words.filter((word) => word.length > 2 && others.has(word)).length;
	return shared * 2 >= words.length;
}

const joined = (words: string) => words.replaceAll(' ', '');
