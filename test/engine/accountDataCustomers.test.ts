import type { INodeParameters } from 'n8n-workflow';

import { FlinksAccountData } from '../../nodes/FlinksAccountData/FlinksAccountData.node';
import { DEMO, startSandbox, type Sandbox } from '../../sandbox';
import { appCredential, CONNECTION_KEY as OLD_KEY, NEW_KEY as KEY } from '../support/app';
import { newConnection } from '../support/newConnection';
import { runNode, type RunNodeOptions } from './harness';

/** Account data of many customers in one run: each item brings its customer's connection. */

let sandbox: Sandbox;

beforeEach(async () => (sandbox = await startSandbox({ seed: { accountsPerCustomer: 2 } })));
afterEach(async () => await sandbox.close());

const CUSTOMERS = ['noor', 'winston', DEMO.customer];

const connectionOf = (customer: string, key = KEY): string =>
	newConnection(sandbox, { customer, key, reference: `ref-of-${customer}` });

const itemOf = (customer: string, key = KEY) => ({
	connection: connectionOf(customer, key),
	accountId: sandbox.bank.accounts(DEMO.providerId, customer)[0]?.id ?? '',
});

async function get(parameters: INodeParameters, more: Partial<RunNodeOptions> = {}, key = KEY) {
	return await runNode({
		node: new FlinksAccountData(),
		credentials: {
			flinksOutboundAppApi: appCredential(sandbox, {
				connectionKey: KEY,
				previousConnectionKey: OLD_KEY,
			}),
		},
		parameters: {
			authentication: 'customerConnection',
			returnAll: true,
			customerAccountId: { __rl: true, mode: 'field', value: 'accountId' },
			...parameters,
		},
		// A new consent ends the connection before it, so these are made only where none are given.
		items: more.items ?? CUSTOMERS.map((customer) => itemOf(customer, key)),
		...more,
	});
}

const OPERATIONS: ReadonlyArray<readonly [string, string]> = [
	['customer', 'get'],
	['paymentNetwork', 'getAll'],
	['paymentNetwork', 'getDetails'],
	['statement', 'getAll'],
	['statement', 'download'],
	['transaction', 'getAll'],
];

describe.each(OPERATIONS)('%s: %s', (resource, operation) => {
	it('says in every row whose it is, in the order of the items', async () => {
		const { output, error } = await get({ resource, operation });
		expect(error).toBeUndefined();
		const rows = output[0] ?? [];
		for (const [item, customer] of CUSTOMERS.entries()) {
			const own = rows.filter(
				({ pairedItem }) => JSON.stringify(pairedItem) === `{"item":${item}}`,
			);
			expect(own.length).toBeGreaterThan(0);
			for (const { json } of own) {
				expect(json).toMatchObject({
					reference: `ref-of-${customer}`,
					connectionId: `id-of-${customer}`,
					requestedProviderId: String(DEMO.providerId),
				});
			}
		}
		const items = rows.map(({ pairedItem }) => JSON.stringify(pairedItem));
		expect(items).toEqual([...items].sort());
	});

	it('does not let a customer whose consent has ended hold up the others', async () => {
		const items = CUSTOMERS.map((customer) => itemOf(customer));
		sandbox.revoke({ customer: 'winston' });
		const { output, error } = await get(
			{ resource, operation },
			{ items, onError: 'continueErrorOutput' },
		);
		expect(error).toBeUndefined();
		const failures = output.at(-1) ?? [];
		expect(failures.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
		expect(new Set((output[0] ?? []).map(({ json }) => json.reference))).toEqual(
			new Set(['ref-of-noor', `ref-of-${DEMO.customer}`]),
		);
	});
});

it('hands out connections whose key has changed', async () => {
	const { output } = await get({ resource: 'customer', operation: 'get' }, {}, OLD_KEY);
	expect(output[1]?.map(({ json }) => [json.connectionId, json.reason])).toEqual(
		CUSTOMERS.map((customer) => [`id-of-${customer}`, 'NEW_KEY']),
	);
});
