import fc from 'fast-check';

import type { SyncState } from '../../outbound/transactions/changes/entry';
import { readChanges, type ChangesRead } from '../../outbound/transactions/changes/readChanges';
import { type OpenedState } from '../../outbound/transactions/changes/stateText';
import type { WindowRules } from '../../outbound/transactions/changes/window';
import { dayIn } from '../../outbound/transactions/day';
import { simplifyTransaction } from '../../outbound/transactions/row';
import { Bank, type BankTransaction, type Habits } from './bank';
import { Books, contentOf, countMissing } from './books';
import { deed, perform, type Deed } from './deeds';
import { newKey } from '../support/sealing';
import { openState, stateText } from '../support/inOneGo';

const RULES: WindowRules = { overlapDays: 10, firstDays: 30, maxDays: 40 };
const SCOPE = { connectionId: 'c1', accountId: 'a1' };
const KEYS = { connectionKey: newKey(), previousConnectionKey: '' };

export interface Step {
	readonly deeds: readonly Deed[];
	readonly days: number;
	readonly run:
		| 'none'
		| 'plain'
		| 'moving'
		| 'cut'
		| 'twice'
		| 'crash'
		| 'state lost'
		| 'state of another account'
		| 'empty answer'
		| 'unreadable row';
	readonly meanwhile: readonly Deed[];
}

export interface History {
	readonly habits: Habits;
	readonly steps: readonly Step[];
}

export interface Verdict {
	readonly lost: number;
	readonly doubled: number;
	readonly phantom: number;
}

export const history: fc.Arbitrary<History> = fc.record({
	habits: fc.record({
		pageSize: fc.integer({ min: 1, max: 8 }),
		filterBy: fc.constantFrom('first date', 'posted'),
		startIncluded: fc.boolean(),
		endIncluded: fc.boolean(),
		totals: fc.boolean(),
		wrapper: fc.constantFrom(
			'depositTransaction',
			'loanTransaction',
			'locTransaction',
			'investmentTransaction',
		),
	}),
	steps: fc.array(
		fc.record({
			deeds: fc.array(deed, { maxLength: 5 }),
			days: fc.constantFrom(0, 1, 1, 1, 1, 2, 3, 9, 60),
			run: fc.constantFrom(
				'none',
				'plain',
				'plain',
				'plain',
				'plain',
				'moving',
				'moving',
				'cut',
				'twice',
				'crash',
				'state lost',
				'state of another account',
				'empty answer',
				'unreadable row',
			),
			meanwhile: fc.array(deed, { minLength: 1, maxLength: 3 }),
		}),
		{ minLength: 4, maxLength: 20 },
	),
});

/** Plays a bank's history with runs in between, and compares the books with the bank after each good run. */
export async function play({ habits, steps }: History): Promise<Verdict> {
	const stage = new Stage(new Bank(habits));
	for (const step of steps) {
		for (const one of step.deeds) perform(stage.bank, one);
		await stage.run(step);
		stage.bank.today += step.days;
	}
	// An empty answer is believed the second time.
	await stage.good();
	await stage.good();
	stage.compare();
	stage.bank.today += 1;
	await stage.good();
	stage.compare();
	return stage.verdict();
}

class Stage {
	private readonly books = new Books();
	private readonly everSeen = new Set<BankTransaction>();
	private lastRun = 0;
	private window = { since: 0, from: 0, to: 0 };
	private total = { lost: 0, doubled: 0, phantom: 0 };

	constructor(readonly bank: Bank) {}

	verdict(): Verdict {
		return { ...this.total, phantom: this.total.phantom + this.books.phantoms };
	}

	async run({ run, meanwhile }: Step): Promise<void> {
		if (run === 'none') return;
		if (run === 'cut') return await this.cut();
		if (run === 'moving') return await this.moving(meanwhile);
		if (run === 'empty answer') return await this.empty();
		if (run === 'unreadable row') return await this.unreadable();
		if (run === 'state lost') this.books.state = undefined;
		if (run === 'state of another account') this.books.state = otherState();
		if (run === 'crash') return await this.crash();
		if (run === 'twice') await this.sameStateTwice();
		const changes = await this.good();
		if (!changes.notes.some(({ kind }) => kind === 'removals-held')) {
			this.compare();
			await this.nothingNew();
		}
	}

	async good(): Promise<ChangesRead> {
		return this.store(await this.read(this.opened()));
	}

	/** Books and bank side by side; what the bank shows no more has stayed as it was. */
	compare(): void {
		const { since, from, to } = this.window;
		const visible = new Set(this.bank.visible(from, to));
		const wanted = this.bank.transactions.filter(
			(one) =>
				(visible.has(one) && firstDay(one) >= since) ||
				(this.everSeen.has(one) && (this.bank.filterDay(one) <= from || firstDay(one) < since)),
		);
		const expected = wanted.map((one) => contentOf(rowOf(this.bank, one)));
		this.total.lost += countMissing(expected, this.books.contents());
		this.total.doubled += countMissing(this.books.contents(), expected);
	}

	private async nothingNew(): Promise<void> {
		const { added, changed, removed } = await this.good();
		this.total.phantom += added.length + changed.length + removed.length;
	}

	private opened(): OpenedState {
		return openState(this.books.state, SCOPE, KEYS);
	}

	private async read(opened: OpenedState, between?: () => void): Promise<ChangesRead> {
		return await readChanges(
			({ startTime, endTime }) => this.bank.pages(dayIn(startTime), dayIn(endTime), between),
			SCOPE,
			opened,
			this.bank.today,
			RULES,
		);
	}

	private store(changes: ChangesRead): ChangesRead {
		const since = dayIn(changes.since);
		const from = dayIn(changes.from);
		const to = dayIn(changes.to);
		if (changes.started) this.books.deleteFrom(since);
		// Who starts again so late cannot know what became of older rows.
		if (changes.started && this.bank.today - this.lastRun + RULES.overlapDays > RULES.firstDays) {
			this.books.deleteBefore(since);
			this.everSeen.clear();
		}
		this.books.apply(changes);
		this.books.state = stateText(changes.nextState, SCOPE, KEYS);
		this.window = { since, from, to };
		this.lastRun = this.bank.today;
		for (const one of this.bank.visible(from, to)) {
			if (firstDay(one) >= since) this.everSeen.add(one);
		}
		return changes;
	}

	/** The bank goes on while its pages are read. */
	private async moving(meanwhile: readonly Deed[]): Promise<void> {
		const left = [...meanwhile];
		const between = () => {
			const next = left.shift();
			if (next) perform(this.bank, next);
		};
		this.store(await this.read(this.opened(), between));
	}

	/** A page cannot be read: no changes, and the state stays good. */
	private async cut(): Promise<void> {
		const broken = this.read(this.opened(), () => {
			throw new Error('cut');
		});
		await broken.then(
			(changes) => this.store(changes),
			() => undefined,
		);
	}

	/** The workflow ends after it stored the rows and before it stored the state; whoever notices starts again. */
	private async crash(): Promise<void> {
		this.books.apply(await this.startedAtMost(await this.read(this.opened())));
		this.store(await this.read({ kind: 'none', reason: 'asked' }));
	}

	private async startedAtMost(changes: ChangesRead): Promise<ChangesRead> {
		if (changes.started) this.books.deleteFrom(dayIn(changes.since));
		return await Promise.resolve(changes);
	}

	private async sameStateTwice(): Promise<void> {
		const opened = this.opened();
		const [one, other] = [await this.read(opened), await this.read(opened)];
		this.store(one);
		const before = this.books.contents();
		const phantoms = this.books.phantoms;
		this.store(other);
		this.books.phantoms = phantoms;
		this.total.doubled += countMissing(this.books.contents(), before);
	}

	/** The bank answers with an empty list, though nothing happened to the account; twice running would be believed. */
	private async empty(): Promise<void> {
		const opened = this.opened();
		if (opened.kind === 'none' || opened.state.wasEmpty) return;
		const changes = await readChanges(
			() => async () => await Promise.resolve({ rows: [], nextOffset: undefined }),
			SCOPE,
			opened,
			this.bank.today,
			RULES,
		);
		if (!changes.started) this.store(changes);
	}

	private async unreadable(): Promise<void> {
		const changes = await readChanges(
			({ startTime, endTime }) => {
				const pages = this.bank.pages(dayIn(startTime), dayIn(endTime));
				return async (cursor) => {
					const page = await pages(cursor);
					return { ...page, rows: [...page.rows.slice(1), null] };
				};
			},
			SCOPE,
			this.opened(),
			this.bank.today,
			RULES,
		);
		if (!changes.started) this.store(changes);
	}
}

const firstDay = ({ day, postedDay }: BankTransaction) => Math.min(day, postedDay ?? day);

function otherState(): string {
	const state: SyncState = {
		run: 1,
		since: 1,
		from: 1,
		to: 2,
		wholeTo: 2,
		wasEmpty: false,
		entries: [],
	};
	return stateText(state, { connectionId: 'c1', accountId: 'another' }, KEYS);
}

function rowOf(bank: Bank, one: BankTransaction) {
	const row = simplifyTransaction(bank.wrapped(one));
	if (!row) throw new Error('The bank of this test lists something else than transactions');
	return row;
}
