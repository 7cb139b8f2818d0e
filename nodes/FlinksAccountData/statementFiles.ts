import type { StatementType } from '../../outbound/endpoints/statementFile';
import type { Failure } from '../../outbound/failure';
import { simplifyStatement, type StatementRow } from '../../outbound/fdx/statement';
import { inOrder } from '../../outbound/http/inOrder';
import { outcomeOf, valueOf } from '../../outbound/outcome';
import type { Customer } from '../shared/client/customer';
import type { Row } from '../shared/output/row';
import type { Days } from './period';
import { statementFileRow } from './statementFile';
import { statementsOf } from './statementsOf';

interface Wanted {
	readonly days: Days;
	readonly field: string;
	readonly type: StatementType | undefined;
}

/**
 * The files of all statements of an account in some days. One that is not ready or has no such file gives
 * a row without a file that says so in `note`.
 * @throws FlinksFailure for every other failure
 */
export async function statementFiles(
	customer: Customer,
	accountId: string,
	{ days, ...file }: Wanted,
): Promise<Row[]> {
	const listed: StatementRow[] = [];
	for await (const one of statementsOf(customer.client, accountId, days)) {
		listed.push(simplifyStatement(one) ?? UNREADABLE);
	}
	const rows: Row[] = [];
	const most = customer.client.runtime.limiter.limit;
	const ends = inOrder(listed, most, async (one) => await outcomeOf(async () => await fileOf(one)));
	for await (const end of ends) rows.push(valueOf(end));
	return rows;

	async function fileOf(one: StatementRow): Promise<Row> {
		const { statementId, date, status } = one;
		if (statementId === null) return without(one, 'The bank lists this statement without an ID.');
		if (status !== null && !/^available$/i.test(status)) return without(one, notReady(status));
		const end = await outcomeOf(
			async () => await statementFileRow(customer, accountId, { statementId, date }, file),
		);
		if (end.kind === 'failed' && isOfThisOne(end.failure)) {
			return without(one, `${end.failure.title}. ${end.failure.remedy}`);
		}
		return valueOf(end);
	}

	function without({ statementId, date }: StatementRow, note: string): Row {
		return { json: { statementId, date, note, accountId, ...customer.owner } };
	}
}

/** Still being prepared, gone, too large, or of another type. */
function isOfThisOne({ kind, code }: Failure): boolean {
	return kind === 'unsupported' || code === '1300' || code === '1107';
}

function notReady(status: string): string {
	return /^processing$/i.test(status)
		? 'The statement is still being prepared (PROCESSING). Download it later.'
		: `The statement cannot be downloaded: its status is ${status}.`;
}

const UNREADABLE: StatementRow = {
	statementId: null,
	accountId: null,
	date: null,
	description: null,
	status: null,
	fileTypes: null,
};
