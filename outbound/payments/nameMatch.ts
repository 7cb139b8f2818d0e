import { companyNames, holdersIn } from './holders';
import { companyWords, looksLikeCompany, wordsIn } from './nameWords';
import { samePerson, type Likeness, type PersonName } from './samePerson';

export interface NameMatch {
	/** `unknown` where one of the names is missing. */
	readonly match: Likeness | 'unknown';
	/** Why, for a person to read. */
	readonly because: string;
}

/**
 * Whether the name of an account's holder and the name that a payment is expected from are of one payer. It compares
 * spellings; it does not prove who somebody is. The rules and what they get right: docs/payments.md.
 */
export function matchNames(holder: string | null, expected: string | null): NameMatch {
	const [a, b] = [holder?.trim() ?? '', expected?.trim() ?? ''];
	if (a === '' || b === '') return { match: 'unknown', because: 'There is no name to compare.' };
	if (wordsIn(a).join(' ') === wordsIn(b).join(' ')) return said('same', 'The names are the same.');
	if (looksLikeCompany(a) || looksLikeCompany(b)) return matchCompanies(a, b);
	const [holders, payers] = [holdersIn(a), holdersIn(b)];
	const best = bestOf(holders, payers);
	const joint =
		holders.length > 1 || payers.length > 1 ? ' One of several holders was compared.' : '';
	if (best !== 'different') return said(best, `${WHY[best]}${joint}`);
	return isSameCompany(a, b)
		? said('same', 'The names of the company are the same.')
		: said(best, WHY[best]);
}

const WHY: Readonly<Record<Likeness, string>> = {
	same: 'Given and family names agree.',
	likely: 'The names agree but for an initial, a short form, part of a double name or one letter.',
	different: 'The names do not agree.',
};

const said = (match: Likeness, because: string): NameMatch => ({ match, because });

function matchCompanies(a: string, b: string): NameMatch {
	return isSameCompany(a, b)
		? said('same', 'The names of the company are the same but for its legal form.')
		: said('different', WHY.different);
}

/** Word for word without legal forms; numbers in names must be the same. */
function isSameCompany(a: string, b: string): boolean {
	const plain = (name: string) => companyWords(name).join('');
	return companyNames(a).some((one) =>
		companyNames(b).some((other) => plain(one) !== '' && plain(one) === plain(other)),
	);
}

function bestOf(holders: readonly PersonName[], payers: readonly PersonName[]): Likeness {
	const found = new Set(holders.flatMap((one) => payers.map((other) => samePerson(one, other))));
	if (found.has('same')) return 'same';
	return found.has('likely') ? 'likely' : 'different';
}
