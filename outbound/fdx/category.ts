/** Which fields hold the amounts that matter, by kind of account; the first one present counts. */
interface Category {
	readonly name: string;
	readonly balance: readonly string[];
	readonly available: readonly string[];
}

const ANY_BALANCE = [
	'currentBalance',
	'currentValue',
	'principalBalance',
	'balance',
	'ledgerBalance',
	'currentLedgerBalance',
	'closingLedgerBalance',
	'openingLedgerBalance',
	'openingDayBalance',
];
const ANY_AVAILABLE = [
	'availableBalance',
	'availableCredit',
	'availableCashBalance',
	'currentAvailableBalance',
	'closingAvailableBalance',
	'openingAvailableBalance',
];

const CATEGORIES: Readonly<Record<string, Category>> = {
	deposit: { name: 'deposit', balance: ['currentBalance'], available: ['availableBalance'] },
	loan: { name: 'loan', balance: ['principalBalance'], available: [] },
	loc: {
		name: 'line of credit',
		balance: ['currentBalance', 'principalBalance'],
		available: ['availableCredit'],
	},
	investment: {
		name: 'investment',
		balance: ['currentValue'],
		available: ['availableCashBalance'],
	},
	insurance: { name: 'insurance', balance: ['policyCashValue'], available: [] },
	annuity: { name: 'annuity', balance: ['annuityValue', 'surrenderValue'], available: [] },
};

/** `depositAccount` and `DEPOSIT_ACCOUNT` alike as "deposit"; a type added later in its own words. */
function wordsOf(typeName: string): string {
	return typeName
		.replace(/([a-z0-9])([A-Z])/g, '$1 $2')
		.toLowerCase()
		.replace(/[\s_]+/g, ' ')
		.replace(/ ?account$/, '')
		.trim();
}

/** The category named by a wrapper key or by `accountCategory`; its name is null where neither says. */
export function categoryOf(typeName: string): {
	readonly name: string | null;
	readonly balance: readonly string[];
	readonly available: readonly string[];
} {
	const words = wordsOf(typeName);
	const known = Object.hasOwn(CATEGORIES, words) ? CATEGORIES[words] : undefined;
	return {
		name: known?.name ?? (words === '' ? null : words),
		balance: [...(known?.balance ?? []), ...ANY_BALANCE],
		available: [...(known?.available ?? []), ...ANY_AVAILABLE],
	};
}
