import type { MatrixCase } from './cases';
import { endsOf, itemsHit, partOfRows, sameRows } from './ends';
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
	readonly calls: number;
}

/** The repeats of one execution, see outbound/http/retry/budget.ts. */
const BUDGET = 50;

export function judge(stage: Stage, one: MatrixCase, healthy: Play, struck: Play): Verdict {
	const { sandbox, elsewhere } = stage;
	const rows = struck.run
		.of('Node')
		.output.flat()
		.map(({ json }) => json);
	const check = checkRegistrations(sandbox, struck.before, struck.job.pairs ?? [], rows);
	const secrets = [
		...secretsSeen(struck.run, sandbox),
		...elsewhere.heard.map((heard) => `sent elsewhere: ${heard.slice(0, 80)}`),
	];
	const items =
		one.onError === 'stopWorkflow' ? stopped(one, healthy, struck) : ended(one, healthy, struck);
	const problems = [
		...items.problems,
		...registrationProblems(check),
		...secrets,
		...(struck.proxy.struck.length === 0 ? ['the fault met no call'] : []),
		...budgetProblems(healthy, struck),
	];
	return {
		problems,
		lost: items.lost + check.missing.length,
		duplicated: check.doubled.length + check.unasked.length,
		secrets: secrets.length,
		calls: struck.proxy.calls.length,
	};
}

interface Found {
	readonly problems: readonly string[];
	readonly lost: number;
}

/** Without Continue On Fail: all rows as without the fault, or one error and no output at all. */
function stopped({ expected }: MatrixCase, healthy: Play, { run, job, proxy }: Play): Found {
	const before = endsOf(healthy.run, job.items.length).byItem;
	const { byItem } = endsOf(run, job.items.length);
	const fine = before.every((end, item) => sameRows(end, byItem[item], expected));
	const failed = run.status === 'error';
	const mustFail = expected === 'fails' && itemsHit(job, proxy.struck).length > 0;
	if (failed && (mustFail || expected === 'either' || expected === 'mayFail')) {
		return { lost: 0, problems: wordProblems(...wordsOf(run.errorObject)) };
	}
	if (failed) return { lost: 0, problems: [`failed: ${wordsOf(run.errorObject).join(' ')}`] };
	if (mustFail) return { lost: 0, problems: ['no error came'] };
	return fine ? { lost: 0, problems: [] } : { lost: 1, problems: ['rows are missing or differ'] };
}

function wordsOf(error: unknown): [title: unknown, remedy: unknown] {
	if (!(error instanceof Error)) return [error, undefined];
	return [error.message, 'description' in error ? error.description : undefined];
}

/** With Continue On Fail: each item in one place (rows that were read may stand beside the error), and exactly the struck ones with an error. */
function ended({ expected }: MatrixCase, healthy: Play, { run, job, proxy }: Play): Found {
	const before = endsOf(healthy.run, job.items.length).byItem;
	const { byItem, strays } = endsOf(run, job.items.length);
	const hit = new Set(itemsHit(job, proxy.struck));
	const problems: string[] = [];
	let lost = strays;
	if (run.error) problems.push(`the node failed as a whole: ${run.error.message}`);
	byItem.forEach((end, item) => {
		const { rows, errors } = end;
		const asBefore = sameRows(before[item], end, expected);
		const inOnePlace =
			errors.length === 0 ? asBefore : errors.length === 1 && partOfRows(before[item], end);
		if (!inOnePlace) {
			lost += 1;
			problems.push(`item ${item} has ${rows.length} rows and ${errors.length} errors`);
		}
		const mayFail =
			expected === 'either' || ((expected === 'fails' || expected === 'mayFail') && hit.has(item));
		if (errors.length > 0 && !mayFail) problems.push(`item ${item}: ${String(errors[0]?.error)}`);
		if (errors.length === 0 && expected === 'fails' && hit.has(item)) {
			problems.push(`item ${item} did not fail`);
		}
		for (const { error, message } of errors) problems.push(...wordProblems(error, message));
	});
	return { problems, lost };
}

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
