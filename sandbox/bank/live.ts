import { dice } from '../random';
import type { Account } from '../store/bank';
import { DAY_MS, day } from '../timestamps';
import { applyChange } from './apply';
import { changeSchema, type Change, type ChangeInput } from './change';

/** What may happen in a day, and how often in a hundred. */
const CHANCES = {
	'settle with a new id': 45,
	'settle with the same id': 30,
	'settle another amount': 10,
	'drop a pending one': 5,
	backdate: 15,
	twin: 15,
	correct: 10,
	move: 5,
	remove: 5,
} as const;

export type Happening = keyof typeof CHANCES;

export const HAPPENINGS = Object.keys(CHANCES).filter((name): name is Happening =>
	Object.hasOwn(CHANCES, name),
);

/**
 * Lets a day go by at the bank: transactions dated yesterday, seen from `now`, and whatever `may`
 * happen to older ones. The same seed, account and number of days so far
 * always give the same day, given the same past. Gives what was done.
 */
export function liveDay(
	account: Account,
	seed: number,
	now: number,
	may: readonly Happening[] = HAPPENINGS,
): Change[] {
	account.daysLived += 1;
	const roll = dice('live', seed, account.id, account.daysLived);
	const yesterday = now - DAY_MS;
	const done: Change[] = [];
	const act = (input: ChangeInput): void => {
		const change = changeSchema.parse(input);
		applyChange(account, change, Math.floor(now / DAY_MS) * DAY_MS + DAY_MS / 2);
		done.push(change);
	};
	const happens = (what: Happening): boolean =>
		may.includes(what) && roll.number.int({ min: 1, max: 100 }) <= CHANCES[what];
	const amount = (): number => roll.number.int({ min: -20_000, max: 5_000 }) / 100;
	const ids = (status: string): string[] =>
		account.transactions
			.filter(({ record }) => record.status === status)
			.slice(0, 40)
			.map(({ record }) => String(record.transactionId));

	for (const id of ids('PENDING')) {
		if (happens('drop a pending one')) act({ do: 'remove', id });
		else if (happens('settle another amount'))
			act({ do: 'settle', id, newId: true, amount: amount() });
		else if (happens('settle with a new id')) act({ do: 'settle', id, newId: true });
		else if (happens('settle with the same id')) act({ do: 'settle', id });
	}
	for (let left = roll.number.int({ min: 0, max: 4 }); left > 0; left -= 1) {
		const status = roll.number.int({ min: 1, max: 3 }) === 1 ? 'PENDING' : 'POSTED';
		const description = roll.helpers.arrayElement([
			'Grocer',
			'Pharmacy',
			'Café',
			'Payroll',
			'Rent',
		]);
		act({ do: 'add', amount: amount(), description, status, date: day(yesterday) });
	}
	const posted = ids('POSTED');
	const pick = (): string | undefined =>
		posted.splice(roll.number.int({ max: posted.length }), 1)[0];
	const days = (): string => day(yesterday - roll.number.int({ min: 1, max: 6 }) * DAY_MS);
	if (happens('backdate')) act({ do: 'add', amount: amount(), date: days() });
	for (const what of ['twin', 'correct', 'move', 'remove'] as const) {
		const id = happens(what) ? pick() : undefined;
		if (id === undefined) continue;
		if (what === 'correct') act({ do: 'correct', id, amount: amount() });
		else if (what === 'move') act({ do: 'correct', id, date: days() });
		else act({ do: what, id });
	}
	return done;
}
