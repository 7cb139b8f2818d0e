import { FlinksGetAccounts } from '../../nodes/FlinksGetAccounts/FlinksGetAccounts.node';
import { sealConnection } from '../../outbound/connections/seal';
import { DEMO } from '../../sandbox';
import { runNode } from '../engine/harness';
import { sealingAt } from '../support/sealing';
import { endsOf } from './matrix/ends';
import { scored } from './matrix/scored';
import { useStage } from './matrix/useStage';
import { answers, json, startProxy, type Fault, type Rule } from './proxy';
import { CONNECTION_KEY, credentialsAt } from './support/credentials';

const NODE = 'Flinks Get Accounts';
const ITEMS = 300;
const SLOW = 5;

const stage = useStage();

async function readMany(rules: readonly Rule[]) {
	stage.sandbox.reset();
	const proxy = await startProxy(stage.sandbox.url, rules);
	try {
		const run = await runNode({
			node: new FlinksGetAccounts(),
			parameters: { limit: 1, authentication: 'customerConnection' },
			credentials: credentialsAt(proxy.url, stage.sandbox).app('recipient'),
			items: Array.from({ length: ITEMS }, (_, index) =>
				connectionOf(`customer-${index}`, proxy.url),
			),
			onError: 'continueRegularOutput',
		});
		const { byItem } = endsOf(run, ITEMS);
		const lost = byItem.filter(({ rows, errors }) => rows.length !== 1 || errors.length > 0).length;
		return { lost, calls: proxy.calls.length };
	} finally {
		await proxy.close();
	}
}

/** A customer who gave consent just now, so that no token is asked for. */
function connectionOf(customer: string, url: string) {
	const { accessToken = '', refreshToken = '' } = stage.sandbox.connect({
		recipientId: DEMO.recipientId,
		customer,
	});
	const connection = {
		connectionId: `id-of-${customer}`,
		requestedProviderId: String(DEMO.providerId),
		refreshToken,
		accessToken,
		accessTokenExpiresAt: Date.now() + 299_000,
		connectedAt: '2026-11-20T12:00:00.000Z',
	};
	return { connection: sealConnection(connection, sealingAt(url, CONNECTION_KEY)) };
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
