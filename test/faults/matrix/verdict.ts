import type { IDataObject } from 'n8n-workflow';

import type { MatrixCase } from './cases';
import { endsOf, itemsHit, partOfRows, sameRows, type End } from './ends';
import type { RegistrationCheck } from './registrations';
import { checkRegistrations } from './registrations';
import { secretsSeen } from './secrets';
import type { Play, Stage } from './stage';
import { wordProblems } from './text';

export interface Verdict {
	/** What went otherwise than it must; empty where the node survived. */
	readonly problems: readonly string[];
	readonly lost: number;
	readonly duplicated: number;
	readonly secrets: number;
	/** Claims of rows and errors that Flinks' records do not bear out. */
	readonly untruths: number;
	readonly calls: number;
}

/** The repeats of one execution, see outbound/http/retry/budget.ts. */
const BUDGET = 50;

export function judge(stage: Stage, one: MatrixCase, healthy: Play, struck: Play): Verdict {
	const { sandbox, elsewhere } = stage;
	const rows = struck.ran.output.flat().map(({ json }) => json);
	const check = checkRegistrations(sandbox, struck.before, struck.job.pairs ?? [], rows);
	const secrets = [
		...secretsSeen(struck.ran, sandbox, givenBy(struck, rows)),
		...elsewhere.heard
			.filter((heard) => !isFileFetch(one, heard))
			.map((heard) => `sent elsewhere: ${heard.slice(0, 80)}`),
	];
	const items =
		one.onError === 'stopWorkflow' ? stopped(one, healthy, struck) : ended(one, healthy, struck);
	const untruths = untruthsOf(stage, one, struck);
	const problems = [
		...items.problems,
		...registrationProblems(check),
		...secrets,
		...untruths.map((words) => `untrue: ${words}`),
		...(struck.proxy.struck.length === 0 && !one.fault.world ? ['the fault met no call'] : []),
		...(one.fault.endless === true ? [] : budgetProblems(healthy, struck)),
	];
	return {
		problems,
		lost: items.lost + check.missing.length,
		duplicated: check.doubled.length + check.unasked.length,
		secrets: secrets.length,
		untruths: untruths.length,
		calls: struck.proxy.calls.length,
	};
}

/** The address of a file may lead to another host; it is asked without the token, and without anything else. */
function isFileFetch({ target }: MatrixCase, heard: string): boolean {
	const isFile = target.label === 'statement';
	return isFile && heard.startsWith('GET ') && !/"(authorization|cookie)"/i.test(heard);
}

function givenBy({ job: { gives } }: Play, rows: readonly IDataObject[]): Set<string> {
	const given = rows.map((row) => gives?.(row));
	return new Set(given.filter((secret) => typeof secret === 'string'));
}

/** What is claimed of the items, and of connections in any error. */
function untruthsOf({ sandbox }: Stage, { fault }: MatrixCase, struck: Play): string[] {
	const { job, ran } = struck;
	const ends = [...endsOf(ran, job.items.length).byItem];
	if (ran.error !== undefined) ends.push({ rows: [], errors: [thrown(ran.error)] });
	const lives = sandbox.store.connections.all().some(({ revoked }) => revoked);
	const claimsLost = ends
		.flatMap(({ errors }) => errors)
		.filter(({ error }) => CLAIMS_LOST.test(String(error)));
	const foundLost = fault.saysEnded === true || lives ? [] : claimsLost;
	return [
		...foundLost.map(({ error }) => `${String(error)} (every connection lives)`),
		...(job.untruths?.(ends, fault.saysEnded === true) ?? []),
	];
}

/** Titles that say, as a fact, that a connection is no more. */
const CLAIMS_LOST =
	/^The connection .*has ended|connection (?:is no longer valid|was not accepted)|consent has ended/;

/** A thrown error in the form of an error item; which item it is of it tells itself, if any. */
function thrown(error: unknown): IDataObject {
	const [title, remedy] = wordsOf(error);
	return { error: String(title), message: String(remedy), details: {} };
}

interface Found {
	readonly problems: readonly string[];
	readonly lost: number;
}

const FINE: Found = { lost: 0, problems: [] };

/** Without Continue On Fail: all rows as without the fault, or one error and no output at all. */
function stopped({ expected, scenario }: MatrixCase, healthy: Play, struck: Play): Found {
	const { ran, job, proxy } = struck;
	const count = job.items.length;
	const before = endsOf(healthy.ran, count).byItem;
	const { byItem } = endsOf(ran, count);
	const failed = ran.error !== undefined;
	if (expected === 'flagged' && scenario.freeRows === true && !failed) return FINE;
	if (expected === 'told' || expected === 'flagged') {
		return failed ? worded(ran.error) : told(before, byItem);
	}
	const fine = before.every((end, item) => sameRows(end, byItem[item], expected, scenario.fresh));
	const mustFail =
		(expected === 'fails' || expected === 'pauses') && itemsHit(job, proxy.struck).length > 0;
	if (failed && (mustFail || expected === 'either' || expected === 'mayFail')) {
		return worded(ran.error);
	}
	if (failed) return { lost: 0, problems: [`failed: ${wordsOf(ran.error).join(' ')}`] };
	if (mustFail) return { lost: 0, problems: ['no error came'] };
	return fine ? { lost: 0, problems: [] } : { lost: 1, problems: ['rows are missing or differ'] };
}

const worded = (error: unknown): Found => ({ lost: 0, problems: wordProblems(...wordsOf(error)) });

/** Each item in exactly one place; a node that spends something puts errors out even so. */
function told(before: readonly End[], now: readonly End[]): Found {
	const lost = now.filter(({ rows, errors }, item) =>
		errors.length === 0
			? rows.length !== before[item]?.rows.length
			: errors.length > 1 || rows.length > 0,
	).length;
	const problems = now.flatMap(({ errors }) =>
		errors.flatMap(({ error, message }) => wordProblems(error, message)),
	);
	return {
		lost,
		problems: lost > 0 ? [`${lost} items are not in one place`, ...problems] : problems,
	};
}

function wordsOf(error: unknown): [title: unknown, remedy: unknown] {
	if (!(error instanceof Error)) return [error, undefined];
	return [error.message, 'description' in error ? error.description : undefined];
}

/**
 * With Continue On Fail: each item in one place (rows that were read may stand beside the error), and
 * exactly the struck ones with an error.
 */
function ended({ expected, scenario, fault }: MatrixCase, healthy: Play, struck: Play): Found {
	const { ran, job, proxy } = struck;
	const before = endsOf(healthy.ran, job.items.length).byItem;
	const { byItem, strays } = endsOf(ran, job.items.length);
	const hit = new Set(itemsHit(job, proxy.struck));
	const problems: string[] = [];
	let lost = strays;
	if (ran.error !== undefined) {
		problems.push(`it failed as a whole: ${wordsOf(ran.error).join(' ')}`);
	}
	byItem.forEach((end, item) => {
		const { rows, errors } = end;
		const isFree = expected === 'flagged' && scenario.freeRows === true;
		const asBefore = isFree || sameRows(before[item], end, expected, scenario.fresh);
		const isPart = fault.endless === true || partOfRows(before[item], end, scenario.fresh);
		const inOnePlace = errors.length === 0 ? asBefore : errors.length === 1 && isPart;
		if (!inOnePlace) {
			lost += 1;
			problems.push(`item ${item} has ${rows.length} rows and ${errors.length} errors`);
		}
		const mayFail = MAY_FAIL.has(expected) || (MAY_FAIL_IF_HIT.has(expected) && hit.has(item));
		if (errors.length > 0 && !mayFail) problems.push(`item ${item}: ${String(errors[0]?.error)}`);
		if (errors.length === 0 && MUST_FAIL_IF_HIT.has(expected) && hit.has(item)) {
			problems.push(`item ${item} did not fail`);
		}
		for (const { error, message } of errors) problems.push(...wordProblems(error, message));
	});
	return { problems, lost };
}

const MAY_FAIL: ReadonlySet<string> = new Set(['either', 'flagged', 'pauses', 'told']);
const MAY_FAIL_IF_HIT: ReadonlySet<string> = new Set(['fails', 'mayFail']);
const MUST_FAIL_IF_HIT: ReadonlySet<string> = new Set(['fails', 'pauses']);

function registrationProblems({ doubled, unasked, missing }: RegistrationCheck): string[] {
	return [
		...doubled.map((one) => `requested twice: ${one}`),
		...unasked.map((one) => `nobody asked for: ${one}`),
		...missing.map((one) => `reported but not there: ${one}`),
	];
}

/** Calls without a fault, the budget of repeats, and for each renewal the calls that were refused. */
function budgetProblems(healthy: Play, struck: Play): string[] {
	const tokens = (one: Play) => one.proxy.calls.filter(({ label }) => label === 'token').length;
	const renewals = Math.max(0, tokens(struck) - tokens(healthy));
	const most = healthy.proxy.calls.length + BUDGET + 2 * renewals;
	const made = struck.proxy.calls.length;
	return made > most ? [`${made} calls, more than the ${most} allowed`] : [];
}
