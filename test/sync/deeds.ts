import fc from 'fast-check';

import type { Bank, BankTransaction } from './bank';

/** How far back a bank of these tests still changes something: less than the overlap, as the guarantee says. */
const REACH_DAYS = 6;

export interface Deed {
	readonly kind:
		'add' | 'amount' | 'backdate' | 'cancel' | 'describe' | 'post' | 'recycle' | 'reissue' | 'twin';
	readonly which: number;
	readonly cents: number;
	readonly shop: number;
	readonly age: number;
	readonly way: number;
}

const SHOPS = ['Café Olive', 'CAFE OLIVE TORONTO ON', 'Hydro', 'AMZN MKTP', 'Épicerie 42'];

export const deed: fc.Arbitrary<Deed> = fc.record({
	kind: fc.constantFrom(
		'add',
		'add',
		'add',
		'twin',
		'post',
		'post',
		'cancel',
		'amount',
		'backdate',
		'describe',
		'recycle',
		'reissue',
	),
	which: fc.nat(1000),
	cents: fc.constantFrom(-1000, -1000, -1200, -4599, 150_000),
	shop: fc.nat(SHOPS.length - 1),
	age: fc.nat(3),
	way: fc.nat(5),
});

/** Does it, where the bank has something it can be done to. */
export function perform(bank: Bank, { kind, which, cents, shop, age, way }: Deed): void {
	const description = SHOPS[shop] ?? '';
	const recent = bank.transactions.filter(
		({ day, postedDay }) => Math.min(day, postedDay ?? day) >= bank.today - REACH_DAYS,
	);
	const one = recent[which % Math.max(recent.length, 1)];
	if (kind === 'add') return add(bank, { way, cents, description, age });
	if (!one) return;
	if (kind === 'twin')
		bank.transactions.push({ ...one, uid: bank.next(), id: newId(bank, one.id) });
	if (kind === 'post') post(bank, one, way, description);
	if (kind === 'cancel') bank.transactions.splice(bank.transactions.indexOf(one), 1);
	if (kind === 'amount') one.cents = cents;
	if (kind === 'describe') one.description = description;
	if (kind === 'backdate') moveDays(bank, one, age + 1);
	if (kind === 'recycle') recycle(bank, one, cents);
	if (kind === 'reissue') for (const each of recent) each.id = newId(bank, each.id);
}

function add(
	bank: Bank,
	{ way, cents, description, age }: Pick<Deed, 'way' | 'cents' | 'age'> & { description: string },
): void {
	const uid = bank.next();
	const day = bank.today - age;
	const id = way === 0 ? null : `t${uid}`;
	const postedDay = way % 2 === 0 ? null : Math.min(day + 1, bank.today);
	bank.transactions.push({ uid, id, day, postedDay, cents, description, reference: null });
}

/** With the same ID, another, a tip, another text, or the bank's own reference; sometimes months of days later. */
function post(bank: Bank, one: BankTransaction, way: number, description: string): void {
	if (one.postedDay !== null) return;
	one.postedDay = bank.today;
	if (way === 0) return;
	one.reference = way === 4 ? one.id : null;
	one.id = newId(bank, one.id);
	if (way === 2) one.cents = Math.round(one.cents * 1.15);
	if (way === 3) one.description = description;
	if (way === 5) one.day = bank.today;
}

function moveDays(bank: Bank, one: BankTransaction, days: number): void {
	const oldest = bank.today - REACH_DAYS;
	one.day = Math.max(one.day - days, oldest);
	if (one.postedDay !== null) one.postedDay = Math.max(one.postedDay - days, oldest);
}

/** The pending one is posted under a new ID, and its old ID goes to another purchase at once. */
function recycle(bank: Bank, one: BankTransaction, cents: number): void {
	if (one.postedDay !== null || one.id === null) return;
	const { id } = one;
	post(bank, one, 1, one.description);
	const uid = bank.next();
	const fresh = { uid, id, day: bank.today, postedDay: null, cents, reference: null };
	bank.transactions.push({ ...fresh, description: 'Recycled' });
}

const newId = (bank: Bank, id: string | null) => (id === null ? null : `t${bank.next()}`);
