import { runNode } from '../engine/harness';
import { FlinksGetAccounts } from '../../nodes/FlinksGetAccounts/FlinksGetAccounts.node';
import { DEFAULT_MOST } from '../../outbound/http/limiter';
import { FIRST_LIMIT } from '../../outbound/http/pace/bound';
import { endsOf } from './matrix/ends';
import { scored } from './matrix/scored';
import { useStage } from './matrix/useStage';
import { answers, cutBefore, json, startProxy, type Fault } from './proxy';
import { credentialsAt } from './support/credentials';

const ITEMS = 300;
/** The repeats one execution may make before successes pay any back. */
const BUDGET = 50;

const stage = useStage();

async function readMany(fault?: Fault) {
	stage.sandbox.reset();
	const rules = fault ? [{ on: () => true, fault }] : [];
	const proxy = await startProxy(stage.sandbox.url, rules);
	try {
		const run = await runNode({
			node: new FlinksGetAccounts(),
			parameters: {
				// Each limit is another question: equal ones would be asked once.
				operation: 'getAll',
				returnAll: false,
				limit: '={{ $itemIndex + 1 }}',
			},
			credentials: credentialsAt(proxy.url, stage.sandbox).recipient(),
			items: Array.from({ length: ITEMS }, () => ({})),
			onError: 'continueRegularOutput',
		});
		return { ends: endsOf(run, ITEMS), calls: proxy.calls.length, maxInFlight: proxy.maxInFlight };
	} finally {
		await proxy.close();
	}
}

const OUTAGES: ReadonlyArray<readonly [string, Fault]> = [
	['503', answers(json(503, { code: 503, message: 'Scheduled maintenance' }))],
	['429', answers(json(429, { code: 1207, message: 'Too many requests' }))],
	['cut connections', cutBefore],
];

describe.each(OUTAGES)(`an outage over ${ITEMS} items: %s`, (_, fault) => {
	scored(
		'Flinks Get Accounts',
		'outage',
		'costs one call for each item and 50 repeats',
		async () => {
			const { ends, calls, maxInFlight } = await readMany(fault);
			expect(calls).toBeGreaterThanOrEqual(ITEMS);
			expect(calls).toBeLessThanOrEqual(ITEMS + BUDGET);
			expect(maxInFlight).toBeLessThanOrEqual(FIRST_LIMIT);
			const lost = ends.byItem.filter(({ errors, rows }) => errors.length !== 1 || rows.length > 0);
			expect(lost).toHaveLength(0);
			return { lost: lost.length };
		},
	);
});

describe('no outage', () => {
	scored('Flinks Get Accounts', 'outage', 'costs one call for each item', async () => {
		const { ends, calls, maxInFlight } = await readMany();
		expect(calls).toBe(ITEMS);
		expect(maxInFlight).toBeLessThanOrEqual(DEFAULT_MOST);
		expect(ends.byItem.every(({ rows }) => rows.length > 0)).toBe(true);
	});
});
