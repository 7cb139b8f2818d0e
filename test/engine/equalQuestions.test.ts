import type { INodeParameters, INodeType } from 'n8n-workflow';

import { FlinksAccountData } from '../../nodes/FlinksAccountData/FlinksAccountData.node';
import { FlinksGetAccounts } from '../../nodes/FlinksGetAccounts/FlinksGetAccounts.node';
import { sealConnection } from '../../outbound/connections/seal';
import { DEMO, startSandbox, type Sandbox } from '../../sandbox';
import { appCredential, NEW_KEY as KEY } from '../support/app';
import { credentialsFor, type Credentials } from '../support/flinks';
import { sealingAt } from '../support/sealing';
import { runNode, type RunNodeOptions } from './harness';

/** Items of one customer that ask the same: asked once, and each has rows of its own. */

let sandbox: Sandbox;
let credentials: Credentials;

beforeEach(async () => {
	sandbox = await startSandbox();
	credentials = credentialsFor(sandbox);
});
afterEach(async () => await sandbox.close());

async function ask(
	node: INodeType,
	parameters: INodeParameters,
	items: number,
	more: Partial<RunNodeOptions> = {},
) {
	sandbox.log.clear();
	const run = await runNode({
		node,
		credentials: { flinksOutboundRecipientOAuth2Api: credentials.recipient },
		parameters,
		items: Array.from({ length: items }, (_, row) => ({ row })),
		...more,
	});
	return { ...run, rows: run.output[0] ?? [], requests: sandbox.log.count() };
}

const itemOf = ({ pairedItem }: { pairedItem?: unknown }) => (pairedItem as { item: number }).item;
const firstAccount = () => sandbox.bank.accounts(DEMO.providerId, DEMO.customer)[0]?.id ?? '';

describe('200 items with the same question', () => {
	it('need the three pages of one, and each gets its own rows', async () => {
		sandbox.settings.pageSize = { default: 2, max: 2 };
		const one = await ask(new FlinksGetAccounts(), { returnAll: true }, 1);
		const many = await ask(new FlinksGetAccounts(), { returnAll: true }, 200);
		expect(one.requests).toBe(3);
		expect(many.requests).toBe(3);
		expect(many.rows.map(itemOf)).toEqual(
			Array.from({ length: 200 }, (_, item) => item).flatMap((item) => one.rows.map(() => item)),
		);
		const expected = one.rows.map(({ json }) => json);
		for (let item = 0; item < 200; item += 1) {
			const own = many.rows.filter((row) => itemOf(row) === item);
			expect(own.map(({ json }) => json)).toEqual(expected);
		}
	});

	it.each([{}, { simplify: false }, { simplify: false, options: { fullNumbers: true } }])(
		'share no object that a node behind could change: %j',
		async (parameters) => {
			const { rows } = await ask(new FlinksGetAccounts(), parameters, 3);
			const objects = rows.flatMap(({ json }) => objectsIn(json));
			expect(objects.length).toBeGreaterThanOrEqual(18);
			expect(new Set(objects).size).toBe(objects.length);
		},
	);

	it('end with one error each where their one question fails', async () => {
		sandbox.faults.add({ on: 'F2', answer: { status: 403, body: { code: 403 } } });
		const { output, requests } = await ask(new FlinksGetAccounts(), {}, 50, {
			onError: 'continueErrorOutput',
		});
		expect(output[0]).toEqual([]);
		expect(output[1]?.map(itemOf)).toEqual(Array.from({ length: 50 }, (_, item) => item));
		expect(requests).toBe(1);
	});

	it('end with the rows that were read and one error each where the pages lead nowhere', async () => {
		sandbox.settings.pageSize = { default: 3, max: 3 };
		sandbox.settings.cursors = 'repeated';
		const { output } = await ask(new FlinksGetAccounts(), { returnAll: true }, 3, {
			onError: 'continueErrorOutput',
		});
		const counted = (rows: readonly { pairedItem?: unknown }[] = []) =>
			[0, 1, 2].map((item) => rows.filter((row) => itemOf(row) === item).length);
		expect(counted(output[0])).toEqual([6, 6, 6]);
		expect(counted(output[1])).toEqual([1, 1, 1]);
	});
});

const OPERATIONS: ReadonlyArray<readonly [string, INodeType, INodeParameters]> = [
	['accounts: get', new FlinksGetAccounts(), { operation: 'get' }],
	['accounts: summarize', new FlinksGetAccounts(), { operation: 'summarize' }],
	...[
		['customer', 'get'],
		['paymentNetwork', 'getAll'],
		['paymentNetwork', 'getDetails'],
		['statement', 'getAll'],
		['statement', 'download'],
		['transaction', 'getAll'],
		['transaction', 'getChanges'],
	].map(
		([resource = '', operation = '']) =>
			[`${resource}: ${operation}`, new FlinksAccountData(), { resource, operation }] as const,
	),
];

describe.each(OPERATIONS)('%s', (_name, node, parameters) => {
	it('asks no more for five equal items than for one', async () => {
		const account = { __rl: true, mode: 'id', value: firstAccount() };
		const own = { ...parameters, accountId: account, customerAccountId: account };
		const one = await ask(node, own, 1);
		const five = await ask(node, own, 5);
		expect(one.error).toBeUndefined();
		expect(five.requests).toBe(one.requests);
		expect(five.rows).toHaveLength(5 * one.rows.length);
		expect(five.output.map((rows) => rows.length)).toEqual(
			one.output.map(({ length }) => 5 * length),
		);
		const objects = five.output.flat().flatMap(({ json }) => objectsIn(json));
		expect(new Set(objects).size).toBe(objects.length);
	});
});

describe('items that differ', () => {
	it('are asked apart: another limit, another period, another account', async () => {
		const items = [{ limit: 1 }, { limit: 2 }, { limit: 1 }, { limit: 2 }];
		const { rows } = await ask(new FlinksGetAccounts(), { limit: '={{ $json.limit }}' }, 0, {
			items,
		});
		expect([0, 1, 2, 3].map((item) => rows.filter((row) => itemOf(row) === item).length)).toEqual([
			1, 2, 1, 2,
		]);
		expect(sandbox.log.count()).toBe(2);
	});
});

describe('customer connections', () => {
	const connectionOf = (customer: string, references: readonly string[] = [customer]) => {
		const { accessToken, refreshToken } = sandbox.connect({
			recipientId: DEMO.recipientId,
			customer,
		});
		return references.map((reference) => ({
			connection: sealConnection(
				{
					connectionId: `id-of-${customer}`,
					requestedProviderId: String(DEMO.providerId),
					refreshToken,
					accessToken,
					accessTokenExpiresAt: Date.now() + 299_000,
					reference,
					connectedAt: '2026-01-01T00:00:00.000Z',
				},
				sealingAt(sandbox.url, KEY),
			),
		}));
	};

	const askFor = async (items: RunNodeOptions['items'] = []) =>
		await ask(new FlinksGetAccounts(), { authentication: 'customerConnection' }, 0, {
			items,
			credentials: { flinksOutboundAppApi: appCredential(sandbox, { connectionKey: KEY }) },
		});

	it('are never mixed up, and each row keeps the reference of its own item', async () => {
		const ada = connectionOf('ada', ['ada', 'ada in the other table']);
		const noor = connectionOf('noor');
		const { rows, requests } = await askFor([...ada, ...noor, ...ada.slice(0, 1)]);
		expect(requests).toBe(2);
		expect([...new Set(rows.map((row) => `${itemOf(row)} ${String(row.json.reference)}`))]).toEqual(
			['0 ada', '1 ada in the other table', '2 noor', '3 ada'],
		);
		const idsOf = (item: number) =>
			rows.filter((row) => itemOf(row) === item).map(({ json }) => json.accountId);
		expect(idsOf(1)).toEqual(idsOf(0));
		expect(idsOf(2)).not.toEqual(idsOf(0));
	});

	it('are asked about at the same time, however many items of one come in a row', async () => {
		sandbox.settings.latencyMs = 20;
		const items = ['ada', 'noor', 'winston', 'zoe'].flatMap((customer) => {
			const [item = {}] = connectionOf(customer);
			return new Array<typeof item>(30).fill(item);
		});
		sandbox.log.maxInFlight.reset();
		const { requests } = await askFor(items);
		expect(requests).toBe(4);
		expect(sandbox.log.maxInFlight.all).toBe(4);
	});
});

/** Every object in a value, the value itself included. */
function objectsIn(value: unknown): object[] {
	if (typeof value !== 'object' || value === null) return [];
	return [value, ...Object.values(value).flatMap(objectsIn)];
}
