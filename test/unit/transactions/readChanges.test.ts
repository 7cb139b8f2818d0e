import { FlinksFailure, type Failure } from '../../../outbound/failure';
import { readChanges } from '../../../outbound/transactions/changes/readChanges';
import type { TransactionList } from '../../../outbound/transactions/transactionList';
import { DAYS, SCOPE, stateAfter } from './support';

const FAILURE: Failure = { kind: 'not-found', title: 'Not found', remedy: 'Do.', status: 404 };
const failing =
	(failure: Failure): TransactionList =>
	() =>
	async () =>
		await Promise.reject(new FlinksFailure(failure));
const read = async (failure: Failure) =>
	await readChanges(
		failing(failure),
		SCOPE,
		{ kind: 'state', state: stateAfter([{ id: 'a', on: '2026-01-10', amount: 1 }]) },
		DAYS.to + 1,
	);

describe('changes of an account that cannot be read', () => {
	it('are none where the bank does not know the account any more', async () => {
		await expect(read({ ...FAILURE, code: '701' })).rejects.toMatchObject({
			failure: {
				...FAILURE,
				code: '701',
				title: 'The bank does not know this account any more',
				remedy:
					'No transaction was reported as removed, and the sync state stays good. List the accounts of the customer: it may have been closed, or be shared no more.',
			},
		});
	});

	it.each(['702', undefined])('are a failure in its own words: %s', async (code) => {
		const failure = code === undefined ? FAILURE : { ...FAILURE, code };
		await expect(read(failure)).rejects.toMatchObject({ failure });
	});
});
