import { addedRow, changedRow, removedRow } from '../../../outbound/transactions/changes/changeRow';
import { between } from './support';

const BOUGHT = { id: 't1', on: '2026-01-10', amount: -5, text: 'Transfer to 12345678' };
const COLUMNS = [
	'accountId',
	'amount',
	'category',
	'change',
	'changedParts',
	'confidence',
	'currency',
	'date',
	'description',
	'direction',
	'matchedBy',
	'merchant',
	'postedTimestamp',
	'referenceTransactionId',
	'status',
	'syncDate',
	'syncId',
	'transactionId',
	'transactionTimestamp',
	'transactionType',
	'wasPending',
];

describe('a change of a transaction as a row', () => {
	it('has the same columns whatever it is', () => {
		const [added] = between([], [BOUGHT]).added;
		const [changed] = between([BOUGHT], [{ ...BOUGHT, amount: -6 }]).changed;
		const [removed] = between([BOUGHT, { ...BOUGHT, id: 't2' }], [{ ...BOUGHT, id: 't2' }]).removed;
		if (!added || !changed || !removed) throw new Error('There is no change');
		const rows = [
			addedRow(added),
			addedRow(added, 'listed'),
			changedRow(changed),
			removedRow(removed),
		];
		expect(rows.map(({ change }) => change)).toEqual(['added', 'listed', 'changed', 'removed']);
		for (const one of rows) expect(Object.keys(one).sort()).toEqual(COLUMNS);
		expect(rows[0]).toMatchObject({
			date: '2026-01-10',
			amount: -5,
			syncId: added.syncId,
			syncDate: '2026-01-10',
			changedParts: null,
			matchedBy: null,
			confidence: null,
			wasPending: null,
		});
		expect(rows[2]).toMatchObject({
			amount: -6,
			syncId: added.syncId,
			changedParts: ['amount'],
			matchedBy: changed.by,
			confidence: changed.confidence,
			wasPending: null,
		});
		expect(rows[3]).toMatchObject({
			syncId: removed.syncId,
			wasPending: false,
			amount: null,
			date: null,
			description: null,
			transactionId: null,
		});
	});

	it('masks a number that another field of the transaction holds', () => {
		const [added] = between([], [BOUGHT]).added;
		if (!added) throw new Error('There is no change');
		const value = {
			depositTransaction: {
				transactionId: 't1',
				description: 'Transfer to 12345678',
				accountNumber: '12345678',
			},
		};
		expect(addedRow({ ...added, value }).description).toBe('Transfer to ***5678');
		expect(addedRow({ ...added, value: 'no transaction' })).toMatchObject({
			description: null,
			merchant: null,
			amount: -5,
		});
	});
});
