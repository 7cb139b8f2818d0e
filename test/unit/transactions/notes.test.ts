import {
	pendingLeftWindow,
	removalsHeld,
	unreadableRows,
} from '../../../outbound/transactions/changes/notes';

describe('a note beside the changes', () => {
	it.each([
		['empty', 'listed no transaction at all', 'if it lists none again in the next run.'],
		['unsettled', 'changed each time it was read', 'looked for again in the next run.'],
		['unreadable', 'rows of the list could not be read', 'looked for again in the next run.'],
	] as const)('says why removals are held: %s', (because, why, what) => {
		const note = removalsHeld(because, 2);
		expect(note).toMatchObject({ kind: 'removals-held', count: 2 });
		expect(note.text).toMatch(
			/^2 transactions are not listed any more, but not reported as removed\. [A-Z]/,
		);
		expect(note.text).toContain(why);
		expect(note.text.endsWith(what)).toBe(true);
		expect(removalsHeld(because, 1).text).toMatch(/^1 transaction is not listed any more/);
	});

	it('counts rows that cannot be read, and pending ones that left the window', () => {
		expect(unreadableRows(1).text).toMatch(/^1 row of the list holds no transaction .+support\.$/);
		expect(unreadableRows(3)).toMatchObject({
			kind: 'unreadable-rows',
			count: 3,
			text: expect.stringMatching(/^3 rows of the list hold no transaction .+support\.$/),
		});
		expect(pendingLeftWindow(1).text).toMatch(/^1 transaction is pending for longer/);
		expect(pendingLeftWindow(2)).toMatchObject({
			kind: 'pending-left-window',
			count: 2,
			text: expect.stringMatching(/^2 transactions are pending .+not known\. Delete .+\.$/),
		});
	});
});
