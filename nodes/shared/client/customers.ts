import type { INodeCredentialDescription, INodeExecutionData } from 'n8n-workflow';

import type { ConnectionPool } from '../../../outbound/connections/pool';
import { createConnectionPool } from '../../../outbound/connections/pool';
import { readyToSeal } from '../../../outbound/connections/readyApp';
import type { Client } from '../../../outbound/http/client';
import type { Outcome } from '../../../outbound/outcome';
import { done, valueOf } from '../../../outbound/outcome';
import type { ItemInput } from '../input/itemInput';
import type { Host } from '../host/host';
import type { Access, Running } from './access';
import { readApp } from './app';
import { connectedAccount } from './connectedAccount';
import { authentication, CUSTOMER, isOfCustomer, sealedConnection } from './customerFields';
import { opened } from './opened';

/** Gives each item the client of its customer. */
export interface Customers extends Running {
	/** Sends nothing; a connection that cannot be opened is a failure. */
	clientFor(item: ItemInput): Outcome<Client>;
	/** One item for each connection whose stored text must be replaced; undefined without connections. */
	readonly changed: (() => INodeExecutionData[]) | undefined;
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
	properties: [...authentication.properties, ...sealedConnection.properties],
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
	return done({ runtime, clientFor: () => done(client), changed: undefined });
}

async function openPool(host: Host, atOnce?: number): Promise<Outcome<Customers>> {
	return await opened(host, 'flinksOutboundAppApi', async () => {
		const app = valueOf(readyToSeal(done(await readApp(host, 'recipient'))));
		const runtime = host.runtime(atOnce);
		const pool = createConnectionPool(host.context, app, runtime);
		return {
			runtime,
			clientFor(item: ItemInput) {
				const sealed = sealedConnection.read(item);
				return sealed.kind === 'failed' ? sealed : pool.clientFor(sealed.value, item.index);
			},
			changed: () => changedItems(pool),
		};
	});
}

function changedItems(pool: ConnectionPool): INodeExecutionData[] {
	return pool.changed().map(({ items, ...changed }) => ({
		json: { ...changed, reference: changed.reference ?? null },
		pairedItem: items.map((item) => ({ item })),
	}));
}
