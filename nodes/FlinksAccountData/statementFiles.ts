import type { StatementType } from '../../outbound/endpoints/statementFile';
import type { Failure } from '../../outbound/failure';
import { simplifyStatement, type StatementRow } from '../../outbound/fdx/statement';
import type { Client } from '../../outbound/http/client';
import { inOrder } from '../../outbound/http/inOrder';
import { outcomeOf, valueOf } from '../../outbound/outcome';
import type { Row } from '../shared/output/row';
import { downloadRow } from './downloadRow';
import { allFailures } from './failuresOfItem';
import type { Days } from './period';
import { statementFileRow } from './statementFile';
import { statementsOf } from './statementsOf';

interface Wanted {
	readonly days: Days;
	readonly field: string;
	readonly type: StatementType | undefined;
}

interface Files {
	readonly rows: readonly Row[];
	/** Why a file is missing, or the list of statements ends too early. */
	readonly failure: Failure | undefined;
}

/**
 * The files of all statements of an account in some days. One that is not ready or has no such file gives
 * a row without a file that says so in `note`; one that cannot be had costs no other.
 * @throws FlinksFailure where the statements cannot be listed
 */
export async function statementFiles(
	client: Client,
	accountId: string,
	{ days, ...file }: Wanted,
): Promise<Files> {
	const listed = await statementsOf(client, accountId, days);
	const statements = listed.rows.map((one) => simplifyStatement(one) ?? UNREADABLE);
	const rows: Row[] = [];
	const failures: Failure[] = [];
	const { files } = client.runtime;
	const ends = inOrder(statements, files, async (one) => ({
		one,
		end: await outcomeOf(async () => await fileOf(one)),
	}));
	for await (const { one, end } of ends) {
		if (end.kind === 'done') rows.push(end.value);
		else failures.push(naming(end.failure, one));
	}
	if (listed.failure) failures.push(listed.failure);
	return { rows, failure: allFailures(failures) };

	async function fileOf(one: StatementRow): Promise<Row> {
		const { statementId, date, status } = one;
		if (statementId === null) return without(one, 'The bank lists this statement without an ID.');
		if (status !== null && !/^available$/i.test(status)) return without(one, notReady(status));
		const end = await outcomeOf(
			async () => await statementFileRow(client, accountId, { statementId, date }, file),
		);
		if (end.kind === 'failed' && isOfThisOne(end.failure)) {
			return without(one, `${end.failure.title}. ${end.failure.remedy}`);
		}
		return valueOf(end);
	}

	function without({ statementId, date }: StatementRow, note: string): Row {
		return { json: downloadRow(accountId, { statementId, date, note }) };
	}
}

function naming(failure: Failure, { statementId }: StatementRow): Failure {
	const remedy = `${failure.remedy} It happened with statement ${statementId ?? ''}.`;
	return { ...failure, remedy };
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
