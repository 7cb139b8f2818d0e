import type { Entry } from './entry';
import { isPending, keyOfId, plainAmount, type Observed } from './observe';
import { similar, wordsOf } from './descriptionWords';

/** How a transaction was recognised, and how sure that is. */
export type MatchedBy =
	| 'transaction ID'
	| 'reference of the bank'
	| 'same content'
	| 'amount and description'
	| 'amount'
	| 'description';
export type Confidence = 'certain' | 'high' | 'medium';

export interface Rule {
	readonly by: MatchedBy;
	readonly confidence: Confidence;
	/** Those for whom both give the same text are compared; undefined leaves one out. */
	readonly before: (entry: Entry) => string | undefined;
	readonly now: (observed: Observed) => string | undefined;
	/** Days that the new date may be before and after the old one. */
	readonly days: readonly [before: number, after: number];
	readonly fits?: (entry: Entry, observed: Observed) => boolean;
	/** Only where there is one on each side: with several it would be a lottery. */
	readonly alone?: boolean;
}

const contentOf = ({ amount, description, day }: Entry) => `${amount} ${description} ${day}`;

function hasSimilarWords({ hint }: Entry, { row }: Observed): boolean {
	return hint !== undefined && similar(hint.words, wordsOf(row.description));
}

/** A tip, or a little less than was held. */
function isNearAmount({ hint }: Entry, { row }: Observed): boolean {
	const ratio = Number(plainAmount(row)) / Number(hint?.amount);
	return ratio >= 0.7 && ratio <= 1.3;
}

const postedAmount = ({ row }: Observed) => (isPending(row) ? undefined : plainAmount(row));
const firstWord = (words: string | undefined) => words?.split(' ', 1)[0] || undefined;

/** How a transaction is found again under another ID, from the surest rule to the least sure: docs/transactions.md. */
export const RULES: readonly Rule[] = [
	{
		by: 'reference of the bank',
		confidence: 'certain',
		before: ({ key }) => key,
		now: ({ row }) =>
			row.referenceTransactionId === null ? undefined : keyOfId(row.referenceTransactionId),
		days: [31, 31],
	},
	{
		by: 'same content',
		confidence: 'high',
		before: contentOf,
		now: ({ entry }) => contentOf(entry),
		days: [0, 0],
	},
	{
		by: 'amount and description',
		confidence: 'high',
		before: ({ hint }) => hint?.amount ?? undefined,
		now: ({ row }) => plainAmount(row) ?? undefined,
		days: [3, 14],
		fits: hasSimilarWords,
	},
	{
		by: 'amount and description',
		confidence: 'high',
		before: ({ anonymous, amount, description }) =>
			anonymous ? `${amount} ${description}` : undefined,
		now: ({ entry }) => (entry.anonymous ? `${entry.amount} ${entry.description}` : undefined),
		days: [14, 14],
	},
	{
		by: 'amount',
		confidence: 'medium',
		before: ({ hint }) => hint?.amount ?? undefined,
		now: (observed) => postedAmount(observed) ?? undefined,
		days: [3, 10],
		alone: true,
	},
	{
		by: 'description',
		confidence: 'medium',
		before: ({ hint }) => firstWord(hint?.words),
		now: ({ row }) => firstWord(wordsOf(row.description)),
		days: [3, 14],
		fits: (entry, observed) => hasSimilarWords(entry, observed) && isNearAmount(entry, observed),
		alone: true,
	},
	{
		by: 'description',
		confidence: 'medium',
		before: ({ anonymous, description }) => (anonymous ? description : undefined),
		now: ({ entry }) => (entry.anonymous ? entry.description : undefined),
		days: [0, 0],
		alone: true,
	},
];
