import fc from 'fast-check';

import { dateText, dayIn } from '../../../outbound/transactions/day';
import { listTransactions, type ListRules } from '../../../outbound/transactions/listTransactions';
import type { TransactionList } from '../../../outbound/transactions/transactionList';
import { runs } from '../../support/runs';

const TO = dayIn('2026-06-30');

const valueOf = (day: number, nth: number, id = `t${day}-${nth}`) => ({
	transactionId: id,
	postedTimestamp: `${dateText(day)}T00:00:00Z`,
	amount: nth,
});

/** A bank with `perDay` transactions a day, made when they are asked for; counts what it has given out. */
function bank(perDay: number, { pageSize = 100, endIncluded = true, mix = false } = {}) {
	const counted = { rows: 0, lists: 0 };
	const list: TransactionList = ({ startTime, endTime }) => {
		counted.lists += 1;
		const [first, last] = [dayIn(startTime), dayIn(endTime) - (endIncluded ? 0 : 1)];
		const total = (last - first + 1) * perDay;
		return async ({ offset }) => {
			const start = Number(offset ?? 0);
			const size = Math.min(pageSize, total - start);
			const rows = Array.from({ length: Math.max(size, 0) }, (_, nth) => {
				const at = mix ? total - 1 - start - nth : start + nth;
				return valueOf(first + Math.floor(at / perDay), at % perDay);
			});
			counted.rows += rows.length;
			const next = start + rows.length;
			return await Promise.resolve({ rows, nextOffset: next < total ? String(next) : undefined });
		};
	};
	return { list, counted };
}

async function idsOf(
	list: TransactionList,
	rules: ListRules,
): Promise<Array<string | null | undefined>> {
	const ids = [];
	for await (const { row } of listTransactions(list, rules)) ids.push(row?.transactionId);
	return ids;
}

describe('listing transactions', () => {
	it('gives each once, the newest first, over any number of months', async () => {
		for (const days of [1, 31, 32, 62, 63, 100]) {
			const ids = await idsOf(bank(2).list, { from: TO - days + 1, to: TO });
			expect(ids).toHaveLength(2 * days);
			expect(new Set(ids).size).toBe(2 * days);
			expect(ids[0]).toBe(`t${TO}-0`);
			expect(ids.at(-1)).toBe(`t${TO - days + 1}-1`);
		}
	});

	it('loses no day where the bank leaves out the last one of what it is asked for', async () => {
		const ids = await idsOf(bank(1, { endIncluded: false }).list, { from: TO - 99, to: TO });
		expect(ids).toHaveLength(99);
	});

	it('has the same order whatever order the bank lists them in', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.integer({ min: 1, max: 70 }),
				fc.integer({ min: 1, max: 60 }),
				async (days, pageSize) => {
					const rules = { from: TO - days, to: TO };
					const mixed = await idsOf(bank(3, { pageSize, mix: true }).list, rules);
					expect(mixed).toEqual(await idsOf(bank(3).list, rules));
				},
			),
			runs(30),
		);
	});

	it('keeps equal transactions of a day that two months share', async () => {
		const twin = { postedTimestamp: `${dateText(TO - 31)}T00:00:00Z`, amount: 5 };
		const wrapped = { depositTransaction: twin };
		const list: TransactionList =
			({ startTime, endTime }) =>
			async () => {
				const has = dayIn(startTime) <= TO - 31 && dayIn(endTime) >= TO - 31;
				return await Promise.resolve({
					rows: has ? [wrapped, wrapped] : [],
					nextOffset: undefined,
				});
			};
		expect(await idsOf(list, { from: TO - 60, to: TO })).toHaveLength(2);
	});

	it('asks for no further month once the limit is reached', async () => {
		const { list, counted } = bank(2);
		expect(await idsOf(list, { from: TO - 1000, to: TO, limit: 10 })).toHaveLength(10);
		expect(counted.lists).toBe(1);
		expect(await idsOf(list, { from: TO - 10, to: TO, limit: 0 })).toEqual([]);
		expect(counted.lists).toBe(1);
	});

	it('gives out what it cannot read too', async () => {
		const list: TransactionList = () => async () =>
			await Promise.resolve({ rows: [{ odd: 1 }, valueOf(TO, 1)], nextOffset: undefined });
		const found = [];
		for await (const one of listTransactions(list, { from: TO, to: TO })) found.push(one);
		expect(found).toEqual([
			{ row: expect.objectContaining({ amount: 1 }), value: valueOf(TO, 1) },
			{ row: undefined, value: { odd: 1 } },
		]);
	});

	it('never holds more than two months of 100,000 transactions', async () => {
		const perDay = 100;
		const { list, counted } = bank(perDay, { pageSize: 500 });
		let given = 0;
		let most = 0;
		for await (const { row } of listTransactions(list, { from: TO - 999, to: TO })) {
			given += row ? 1 : 0;
			most = Math.max(most, counted.rows - given - (counted.lists - 1) * perDay);
		}
		expect(given).toBe(100_000);
		expect(most).toBeLessThanOrEqual(32 * perDay);
	});
});
