const HOW_TO =
	'Run "openssl rand -base64 32", or let a password manager make one of 40 letters and digits, and store it in the credential.';

interface Form {
	readonly shape: RegExp;
	/** A generator stays above these but for one key in some 10,000; what people make up hardly does. */
	readonly fewestChanges: number;
	readonly fewestCharacters: number;
	readonly longestRepeat: number;
}

/** `openssl rand -hex 32` and longer. */
const HEX: Form = {
	shape: /^(?:[\da-f]{64,}|[\dA-F]{64,})$/,
	fewestChanges: 0.18,
	fewestCharacters: 11,
	longestRepeat: 7,
};

/** `openssl rand -base64 32`, base64url, and the letters and digits of a password manager. */
const MIXED: Form = {
	shape: /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[\w+/-]{40,}={0,2}$/,
	fewestChanges: 0.36,
	fewestCharacters: 18,
	longestRepeat: 4,
};

const WORDS =
	/1qaz|2wsx|3edc|4rfv|zaq1|xsw2|cde3|vfr4|account|admin|bank|changeme|connect|customer|default|example|finance|flinks|letmein|outbound|passw|password|private|production|qwert|secret|secure|summer|sandbox|testing|webhook|welcome|winter/;

const LEET = new Map(Object.entries({ 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', 8: 'b' }));

/**
 * What is wrong with a connection key, and how to make a good one; `undefined` if it is fine. A link
 * shows what the key signed, so a key that can be guessed is guessed at leisure: only what a generator
 * makes is taken.
 */
export function checkKey(text: unknown): string | undefined {
	const key = typeof text === 'string' ? text.trim() : '';
	if (key === '') return `The connection key is empty. ${HOW_TO}`;
	const form = [HEX, MIXED].find(({ shape }) => shape.test(key));
	if (form === undefined) {
		return `The connection key is not one that a generator makes: at least 40 letters (small and capital) and digits, or 64 hexadecimal digits. ${HOW_TO}`;
	}
	return looksRandom(key.replace(/=+$/, ''), form)
		? undefined
		: `The connection key is too easy to guess: it holds words, or a pattern. ${HOW_TO}`;
}

function looksRandom(key: string, form: Form): boolean {
	const kinds = [...key].map(kindOf);
	const changes = kinds.filter((kind, at) => at > 0 && kind !== kinds[at - 1]).length;
	return (
		changes >= (key.length - 1) * form.fewestChanges &&
		new Set(key).size >= form.fewestCharacters &&
		!repeats(key, form.longestRepeat + 1) &&
		!runsOn(key) &&
		!alternates(kinds) &&
		!reads(key) &&
		!WORDS.test(key.toLowerCase()) &&
		!WORDS.test([...key.toLowerCase()].map((one) => LEET.get(one) ?? one).join(''))
	);
}

function kindOf(character: string): string {
	if (/\d/.test(character)) return 'digit';
	if (/[a-z]/.test(character)) return 'small';
	return /[A-Z]/.test(character) ? 'capital' : 'sign';
}

/** Whether any part of this length stands there twice. */
function repeats(key: string, length: number): boolean {
	const seen = new Set<string>();
	for (let at = 0; at + length <= key.length; at += 1) {
		const part = key.slice(at, at + length);
		if (seen.has(part)) return true;
		seen.add(part);
	}
	return false;
}

/** Whether six characters follow each other like `aaaaaa`, `abcdef` or `654321`. */
function runsOn(key: string): boolean {
	let steps = 0;
	let before = NaN;
	for (let at = 1; at < key.length; at += 1) {
		const step = key.charCodeAt(at) - key.charCodeAt(at - 1);
		steps = Math.abs(step) <= 1 && step === before ? steps + 1 : 1;
		before = step;
		if (steps >= 5) return true;
	}
	return false;
}

/** Whether nearly half of it are runs of small letters, as in words written together. */
function reads(key: string): boolean {
	const runs = key.match(/[a-z]{4,}/g) ?? [];
	return !HEX.shape.test(key) && runs.join('').length > key.length * 0.45;
}

/** Whether the kinds of characters come in turns, as when a hand types what should look random. */
function alternates(kinds: readonly string[]): boolean {
	const same = kinds.filter((kind, at) => at > 0 && kind === kinds[at - 1]).length;
	return new Set(kinds).size > 2 && same < kinds.length * 0.1;
}
