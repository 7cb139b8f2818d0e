import { FlinksGetAccounts } from '../../nodes/FlinksGetAccounts/FlinksGetAccounts.node';
import { DEMO } from '../../sandbox';
import { runNode } from '../engine/harness';
import { shortWaits } from '../support/shortWaits';
import { endsOf } from './matrix/ends';
import { scored } from './matrix/scored';
import { startStage, type Stage } from './matrix/stage';
import { answers, json, startProxy, type Fault, type Rule } from './proxy';
import { credentialsAt } from './support/credentials';

const NODE = 'Flinks Get Accounts';
const ITEMS = 300;
const SLOW = 5;

let stage: Stage;
beforeAll(async () => {
	shortWaits();
	stage = await startStage();
});
afterAll(async () => {
	await stage.close();
	jest.restoreAllMocks();
});

async function readMany(rules: readonly Rule[]) {
	stage.sandbox.reset();
	const proxy = await startProxy(stage.sandbox.url, rules);
	const [account] =
		stage.sandbox.store.customers.get(DEMO.providerId, DEMO.customer)?.accounts ?? [];
	try {
		const run = await runNode({
			node: new FlinksGetAccounts(),
			parameters: {
				operation: 'get',
				accountId: { __rl: true, mode: 'id', value: account?.id ?? '' },
			},
			credentials: credentialsAt(proxy.url, stage.sandbox).recipient(),
			items: Array.from({ length: ITEMS }, () => ({})),
			onError: 'continueRegularOutput',
		});
		const { byItem } = endsOf(run, ITEMS);
		const lost = byItem.filter(({ rows, errors }) => rows.length !== 1 || errors.length > 0).length;
		return { lost, calls: proxy.calls.length };
	} finally {
		await proxy.close();
	}
}

describe('slow customers', () => {
	scored(NODE, 'slow neighbours', 'keep no rows of others back', async () => {
		let answered = 0;
		let release = (): void => {};
		const othersAreDone = new Promise<void>((resolve) => (release = resolve));
		/** Would last for ever if somebody waited for a slow one before asking for the others. */
		const slow: Fault = async ({ forward, send }) => {
			const answer = await forward();
			await othersAreDone;
			send(answer);
		};
		const counted: Fault = async ({ forward, send }) => {
			send(await forward());
			answered += 1;
			if (answered === ITEMS - SLOW) release();
		};
		const { lost, calls } = await readMany([
			{ on: () => true, fault: slow, times: SLOW },
			{ on: () => true, fault: counted },
		]);
		expect(calls).toBe(ITEMS);
		expect(lost).toBe(0);
		return { lost };
	});
});

describe('an outage that passes', () => {
	scored(NODE, 'outage', 'costs nobody anything', async () => {
		const down = answers(json(503, { code: 503, message: 'Scheduled maintenance' }));
		const { lost } = await readMany([{ on: () => true, fault: down, times: 25 }]);
		expect(lost).toBe(0);
		return { lost };
	});
});
