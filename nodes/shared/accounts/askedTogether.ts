import { canBeListed, listsOf } from '../../../outbound/fdx/accountLists';
import { accountsTogether } from '../../../outbound/fdx/accountsTogether';
import { inOrder } from '../../../outbound/http/inOrder';
import type { JsonRecord } from '../../../outbound/model/isRecord';
import { outcomeOf } from '../../../outbound/outcome';
import type { Bundle, ResultOf, Together } from '../node/together';
import { ownRow } from '../output/ownRow';
import { mapRows, type ItemResult } from '../output/row';
import {
	grouped,
	ofEachCustomer,
	ofEachQuestion,
	sameQuestions,
	type OfCustomer,
} from './sameQuestions';

/** The accounts that an item names. */
export interface Named {
	readonly ids: readonly string[];
	readonly resultType: 'details' | 'lightweight';
	readonly pageSize?: number | undefined;
}

interface Ways<Job> {
	/** Undefined where the item names none. */
	named(job: Job): Named | undefined;
	/** The result where all accounts that the item names are there, in the order of the bank. */
	of(accounts: readonly JsonRecord[], job: Job): ItemResult | undefined;
	/** Asks for this item only. */
	alone(asked: OfCustomer<Job>): Promise<ItemResult>;
}

/**
 * Items that name accounts of one customer are asked about in one list, as far as its address holds them;
 * those of which an account is missing in the answer are asked about alone.
 */
export function askedTogether<Job>(ways: Ways<Job>): Together<OfCustomer<Job>> {
	return {
		bundles: (asked) => ofEachCustomer(asked).flatMap((items) => bundlesOf(items, ways.named)),
		ask: async (bundle) => await asking(ways, bundle),
	};
}

function bundlesOf<Job, One extends OfCustomer<Job>>(
	items: Bundle<One>,
	named: Ways<Job>['named'],
): ReadonlyArray<Bundle<One>> {
	const [first] = items;
	if (items.length === 1 || !first) return [items];
	const namedBy = ([one = first]: Bundle<One>) => named(one.job.job);
	const idsOf = (question: Bundle<One>) => namedBy(question)?.ids ?? [];
	const questions = ofEachQuestion(items);
	const alike = grouped(questions, (question) => {
		const { ids = [], resultType, pageSize } = namedBy(question) ?? {};
		return ids.length > 0 && ids.every(canBeListed) ? `${resultType} ${pageSize}` : question;
	});
	const lists = alike.flatMap((group) => listsOf(group, idsOf));
	return lists.map((list) => list.flat());
}

async function asking<Job>(
	ways: Ways<Job>,
	bundle: Bundle<OfCustomer<Job>>,
): Promise<ResultOf<OfCustomer<Job>>> {
	const questions = ofEachQuestion(bundle);
	const found = await foundFor(ways, questions);
	const most = bundle[0]?.job.customer.client.runtime.limiter.limit ?? 1;
	const results = inOrder(questions, most, async ([first]) => {
		if (!first) return undefined;
		const known = resultIn(found, first.job, ways);
		if (known) return known;
		const end = await outcomeOf(async () => await ways.alone(first.job));
		return end.kind === 'failed' ? end : end.value;
	});
	const resultFor = new Map<object, ResultOf<OfCustomer<Job>>>();
	let at = 0;
	for await (const result of results) {
		const question = questions[at] ?? [];
		at += 1;
		if (!result) continue;
		const own = sameQuestions.among(question.length, result);
		for (const one of question) resultFor.set(one, own);
	}
	return (one) => {
		const result = resultFor.get(one);
		if (!result) throw new RangeError('An item has no result');
		return result(one);
	};
}

async function foundFor<Job>(
	{ named }: Ways<Job>,
	questions: ReadonlyArray<Bundle<OfCustomer<Job>>>,
): Promise<ReadonlyMap<string, JsonRecord> | undefined> {
	const [[first] = []] = questions;
	if (!first || questions.length < 2) return undefined;
	const ids = questions.flatMap(([one]) => (one && named(one.job.job)?.ids) ?? []);
	const { resultType = 'details', pageSize } = named(first.job.job) ?? {};
	const query = { accountIds: ids, resultType, pageSize };
	return await accountsTogether(first.job.customer.client, query, questions.length);
}

function resultIn<Job>(
	found: ReadonlyMap<string, JsonRecord> | undefined,
	{ job }: OfCustomer<Job>,
	{ named, of }: Ways<Job>,
): ItemResult | undefined {
	const ids = new Set(named(job)?.ids);
	if (!found || ids.size === 0 || [...ids].some((id) => !found.has(id))) return undefined;
	const accounts = [...found].flatMap(([id, account]) => (ids.has(id) ? [account] : []));
	const result = of(accounts, job);
	// Two questions may name the same account.
	return result && mapRows(result, ownRow);
}
