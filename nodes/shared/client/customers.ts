import type { INodeCredentialDescription, INodeExecutionData } from 'n8n-workflow';

import type { AppCredential } from '../../../outbound/auth/appCredential';
import type { ConnectionPool, PooledCustomer } from '../../../outbound/connections/pool';
import { createConnectionPool } from '../../../outbound/connections/pool';
import { readyToSeal } from '../../../outbound/connections/readyApp';
import type { Outcome } from '../../../outbound/outcome';
import { done, valueOf } from '../../../outbound/outcome';
import type { ItemInput } from '../input/itemInput';
import type { Host } from '../host/host';
import type { Access, Running } from './access';
import { readApp } from './app';
import { connectedAccount } from './connectedAccount';
import type { Customer } from './customer';
import {
	authentication,
	CUSTOMER,
	expectedReference,
	isOfCustomer,
	sealedConnection,
} from './customerFields';
import { opened } from './opened';

/** Gives each item its customer. */
export interface Customers extends Running {
	/** Sends nothing; a connection that cannot be opened is a failure. */
	customerFor(item: ItemInput): Outcome<Customer>;
	/** One item for each connection whose stored text must be replaced; undefined without connections. */
	readonly changed: (() => Promise<INodeExecutionData[]>) | undefined;
}

/** For the `credentials` of a node whose every operation reads customers. */
export const customerCredentials: INodeCredentialDescription[] = [
	{
		name: 'flinksOutboundRecipientOAuth2Api',
		required: true,
		displayOptions: { show: { authentication: ['connectedAccount'] } },
	},
	{
		name: 'flinksOutboundAppApi',
		required: true,
		displayOptions: { show: { authentication: ['customerConnection'] } },
	},
];

/** As one connected customer, or as each item's own. */
export const customers: Access<Customers> = {
	properties: [authentication, sealedConnection, expectedReference].flatMap(
		({ properties }) => properties,
	),
	credential: (first) =>
		isOfCustomer(first) ? 'flinksOutboundAppApi' : connectedAccount.credential(first),
	open: async (host, atOnce) =>
		isOfCustomer(host.first) ? await openPool(host, atOnce) : await openOne(host, atOnce),
	more: {
		parameter: 'authentication',
		value: CUSTOMER,
		outputs: ['Changed'],
		items: ({ changed }) => changed,
	},
};

async function openOne(host: Host, atOnce?: number): Promise<Outcome<Customers>> {
	const one = await connectedAccount.open(host, atOnce);
	if (one.kind === 'failed') return one;
	const { client, runtime } = one.value;
	const id = host.node.credentials?.[connectedAccount.credential(host.first)]?.id ?? '';
	const customer = { client, owner: {}, sealing: { connectionId: `credential ${id}` } };
	return done({ runtime, customerFor: () => done(customer), changed: undefined });
}

async function openPool(host: Host, atOnce?: number): Promise<Outcome<Customers>> {
	return await opened(host, 'flinksOutboundAppApi', async () => {
		const app = valueOf(readyToSeal(done(await readApp(host, 'recipient'))));
		const runtime = host.runtime(atOnce);
		const pool = createConnectionPool(host.context, app, runtime);
		return {
			runtime,
			customerFor(item: ItemInput) {
				const sealed = sealedConnection.read(item);
				const expected = expectedReference.read(item);
				if (sealed.kind === 'failed') return sealed;
				if (expected.kind === 'failed') return expected;
				const opened = pool.customerFor(sealed.value, item.index, expected.value);
				return opened.kind === 'failed' ? opened : done(customerOf(opened.value, app));
			},
			changed: async () => await changedItems(pool),
		};
	});
}

function customerOf({ client, connection }: PooledCustomer, app: AppCredential): Customer {
	const { connectionId, reference = null, requestedProviderId } = connection;
	return {
		client,
		owner: { reference, requestedProviderId, connectionId },
		sealing: { connectionId, keys: app },
	};
}

async function changedItems(pool: ConnectionPool): Promise<INodeExecutionData[]> {
	const all = await pool.changed();
	return all.map(({ items, ...changed }) => ({
		json: { ...changed, reference: changed.reference ?? null },
		pairedItem: items.map((item) => ({ item })),
	}));
}
