import type { Failure } from '../../../outbound/failure';
import { inOneGo } from '../../support/inOneGo';
import { unclear, type PairOutcome } from '../../../outbound/registrations/pairOutcome';
import { describingItem } from '../../../outbound/registrations/requestItem';
import { counted } from '../../support/counted';
import { sentence } from '../../../outbound/registrations/requestRows';
import { keyOf, pair } from './memory';

const NOW = Date.UTC(2026, 10, 20);
const registration = {
	client_id: 'r1',
	provider_id: 1,
	registration_status: 'PENDING_APPROVAL',
	requested_on: '2026-11-18T00:00:00Z',
};
const failure = (title: string, more: Partial<Failure> = {}): Failure => ({
	kind: 'invalid-input',
	title,
	remedy: 'Do that.',
	...more,
});

function item(...outcomes: PairOutcome[]) {
	const pairs = outcomes.map((_, at) => pair('r1', at + 1));
	const byKey = new Map(
		pairs.flatMap((one, at) => {
			const outcome = outcomes[at];
			return outcome ? [[keyOf(one), outcome] as const] : [];
		}),
	);
	return inOneGo(describingItem(pairs, byKey, NOW));
}

const REFUSED: PairOutcome = { kind: 'not-requested', failure: failure('Flinks refused it') };
const DOUBT = unclear(failure('Flinks broke off'), 'not-asked');

it('an item with many pairs is described in steps of one pair', () => {
	const pairs = Array.from({ length: 300 }, (_, at) => pair('r1', at));
	expect(counted(describingItem(pairs, new Map(), NOW)).turns).toBe(300);
});

describe('the row of a pair', () => {
	it.each<[PairOutcome['kind'], string]>([
		['requested', 'REQUESTED'],
		['already-registered', 'ALREADY_REGISTERED'],
		['listed', 'LISTED'],
	])('that Flinks lists (%s) has what Flinks says', (kind, outcome) => {
		const { rows } = item({ kind, registration } as PairOutcome);
		expect(rows).toMatchObject([
			{ outcome, status: 'PENDING_APPROVAL', daysWaiting: 2, recipientId: 'r1', providerId: '1' },
		]);
		expect(rows[0]?.note).toEqual(
			kind === 'listed' ? expect.stringContaining('gave no clear answer') : undefined,
		);
	});

	it('that Flinks does not list says so, and nothing else', () => {
		const [row] = item({ kind: 'not-listed-yet' }).rows;
		expect(row).toEqual({
			outcome: 'NOT_LISTED_YET',
			recipientName: null,
			providerName: null,
			status: null,
			requestedOn: null,
			country: null,
			recipientId: 'r1',
			providerId: '1',
			note: expect.stringMatching(/does not list the registration yet\. Look again later\.$/),
		});
	});

	it('that nobody could ask about says why', () => {
		const [row] = item({ kind: 'not-confirmed', failure: failure('Flinks was busy') }).rows;
		expect(row).toMatchObject({
			outcome: 'NOT_CONFIRMED',
			status: null,
			note: expect.stringMatching(/is not known\. Flinks was busy\.$/),
		});
	});
});

describe('a sentence', () => {
	it.each(['Flinks was busy', 'Flinks was busy.', ' Flinks was busy. '])(
		'ends once: %j',
		(words) => {
			expect(sentence(words)).toBe('Flinks was busy.');
		},
	);

	it('keeps the full stops within it', () => {
		expect(sentence('See 1.2. Then ask')).toBe('See 1.2. Then ask.');
	});
});

describe('an item', () => {
	it('without a failure has none', () => {
		expect(item({ kind: 'requested', registration }, { kind: 'not-listed-yet' })).toMatchObject({
			rows: { length: 2 },
			failure: undefined,
		});
	});

	it('of one pair fails with the very words of that pair', () => {
		expect(item(REFUSED)).toEqual({ rows: [], failure: failure('Flinks refused it') });
	});

	it('of several says what became of all, and keeps the rows of the good ones', () => {
		const { rows, failure: told } = item(
			{ kind: 'requested', registration },
			REFUSED,
			{ kind: 'already-registered', registration },
			REFUSED,
		);
		expect(rows).toHaveLength(2);
		expect(told).toMatchObject({
			title: 'Flinks refused it',
			remedy:
				'Do that. This concerns recipient r1 with provider 2. The 4 registrations of this item: 1 requested, 1 registered already, 2 not requested. With Skip Existing on, running the node again requests only the rest.',
		});
	});

	it('in doubt says only that: never that nothing was requested', () => {
		const { failure: told } = item(REFUSED, DOUBT, DOUBT);
		expect(told).toMatchObject({ title: 'Flinks broke off', ambiguous: true });
		expect(told?.remedy).toContain(
			'The 3 registrations of this item: 1 not requested, 2 not known to be requested or not.',
		);
		expect(told?.remedy).toContain('Also: Flinks refused it.');
		expect(told?.remedy).not.toMatch(/None|did not arrive|requests only the rest/);
	});

	it('names three other reasons, and how many more there are', () => {
		const reasons = ['A', 'B', 'C', 'D', 'E.', 'F'].map((title): PairOutcome => ({
			kind: 'not-requested',
			failure: failure(title),
		}));
		expect(item(...reasons.slice(0, 4)).failure?.remedy).toContain('Also: D. The 4 registrations');
		expect(item(...reasons).failure?.remedy).toContain(
			'Also: B. Also: C. Also: D. Reasons not named here: 2. The 6 registrations',
		);
	});

	it('with a pair that has no outcome is in doubt', () => {
		const { rows, failure: told } = inOneGo(describingItem([pair('r1', 1)], new Map(), NOW));
		expect(rows).toEqual([]);
		expect(told?.remedy).toContain('Skip Existing');
	});
});
