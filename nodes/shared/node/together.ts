import { inOrder } from '../../../outbound/http/inOrder';
import type { Places } from '../../../outbound/http/places';
import { outcomeOf, type Outcome } from '../../../outbound/outcome';
import type { ItemResult } from '../output/row';
import type { Asked } from './asked';

/** Items that one answer serves, in the order in which they came; never empty. */
export type Bundle<Ready> = ReadonlyArray<Asked<Ready>>;

/**
 * Gives an item of the bundle its result; called once for each of them, in their order. No two items get
 * the same object, since n8n hands rows to nodes that may change them.
 */
export type ResultOf<Ready> = (asked: Asked<Ready>) => ItemResult;

/** How items are asked about that one answer can serve. */
export interface Together<Ready> {
	/** Splits the items: each is in one bundle. */
	bundles<One extends Ready>(asked: Bundle<One>): ReadonlyArray<Bundle<One>>;
	/** @throws FlinksFailure, with which each item of the bundle ends */
	ask(bundle: Bundle<Ready>): Promise<ResultOf<Ready>>;
}

/** How items share what one of them asks. */
export interface Shared<Ready> {
	/** The items that ask the same. */
	bundles<One extends Ready>(asked: Bundle<One>): ReadonlyArray<Bundle<One>>;
	/** What each of so many items gets of the result that the first of them asked for. */
	among(items: number, result: ItemResult): ResultOf<Ready>;
}

/** Asks once for all items of a bundle. */
export function eachOnce<Ready>(
	{ bundles, among }: Shared<Ready>,
	ask: (job: Ready) => Promise<ItemResult>,
): Together<Ready> {
	return {
		bundles,
		async ask(bundle) {
			const [first] = bundle;
			if (!first) throw new RangeError('A bundle is empty');
			return among(bundle.length, await ask(first.job));
		},
	};
}

interface Answer<Ready> {
	left: number;
	end: Outcome<ResultOf<Ready>> | undefined;
}

/**
 * The results of the items in their order, so many bundles at a time. A bundle takes one place however
 * many items wait for it, and its answer is kept until the last of them has its rows.
 */
export async function* inBundles<Ready>(
	{ bundles, ask }: Together<Ready>,
	asked: Bundle<Ready>,
	atOnce: Places | number,
): AsyncGenerator<ItemResult, void, void> {
	const all = [...bundles(asked)].sort((a, b) => firstOf(a) - firstOf(b));
	const answers = new Map<Asked<Ready>, Answer<Ready>>();
	for (const bundle of all) {
		const answer: Answer<Ready> = { left: bundle.length, end: undefined };
		for (const one of bundle) answers.set(one, answer);
	}
	const ends = inOrder(all, atOnce, async (one) => await outcomeOf(async () => await ask(one)));
	try {
		for (const one of asked) {
			const answer = answers.get(one);
			if (!answer) throw new RangeError('An item is in no bundle');
			const end = answer.end ?? (await nextOf(ends));
			answer.left -= 1;
			answer.end = answer.left === 0 ? undefined : end;
			yield end.kind === 'failed' ? end : end.value(one);
		}
	} finally {
		await ends.return();
	}
}

function firstOf([first]: Bundle<unknown>): number {
	return first?.item.index ?? 0;
}

async function nextOf<T>(ends: AsyncGenerator<T, void, void>): Promise<T> {
	const next = await ends.next();
	if (next.done === true) throw new RangeError('An item is in two bundles');
	return next.value;
}
