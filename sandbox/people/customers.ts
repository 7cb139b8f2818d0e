import { applyChange } from '../bank/apply';
import { openConnection } from '../oauth/connect';
import { DEMO } from '../seed/demo';
import type { CustomerName } from '../store/bank';
import type { ConnectionFilter } from '../store/connections';
import { DATA_SCOPES, isDataScope } from '../store/types';
import type { World } from '../world';

export interface ConnectOptions {
	readonly recipientId: string;
	readonly providerId?: number | string | undefined;
	readonly scopes?: readonly string[] | undefined;
	/** Sign-in name at the provider: any has accounts. */
	readonly customer?: string | undefined;
}

export interface ConnectedTokens {
	readonly accessToken: string;
	readonly refreshToken: string;
	readonly connectionId: string;
	readonly sub: string;
}

/** Also behind POST /sandbox/connect. */
export function connect(world: World, options: ConnectOptions): ConnectedTokens {
	const { recipientId, providerId = DEMO.providerId, customer = DEMO.customer } = options;
	if (!world.store.recipients.has(recipientId)) {
		throw new RangeError(`There is no recipient ${recipientId} in this sandbox`);
	}
	const connection = openConnection(world, recipientId, {
		providerId: Number(providerId),
		customer,
		scopes: (options.scopes ?? DATA_SCOPES).filter(isDataScope),
		correlationId: undefined,
	});
	const token = world.store.tokens.issue({
		kind: 'customer',
		clientId: recipientId,
		connection,
		now: world.clock.now(),
		expiresIn: world.settings.expiresIn,
	});
	return {
		accessToken: token.value,
		refreshToken: connection.refreshToken,
		connectionId: connection.id,
		sub: connection.sub,
	};
}

/** A customer, or a company, goes by another name from now on. Also behind POST /sandbox/customers/name. */
export function rename(
	world: World,
	providerId: number,
	customer: string,
	name: CustomerName,
): void {
	const renamed = world.store.customers.get(providerId, customer);
	if (!renamed) throw new RangeError(`There is no provider ${providerId} in this sandbox`);
	renamed.name = name;
}

/** Also behind POST /sandbox/connections/revoke. */
export function revoke(world: World, filter: ConnectionFilter): number {
	const ended = world.store.connections.matching(filter).filter(({ revoked }) => !revoked);
	for (const connection of ended) world.store.connections.revoke(connection);
	return ended.length;
}

export interface NewTransaction {
	readonly providerId?: number | string | undefined;
	readonly customer?: string | undefined;
	/** Without one: the customer's first account. */
	readonly accountId?: string | undefined;
	readonly description?: string | undefined;
	/** Negative for money that leaves the account. */
	readonly amount?: number | undefined;
}

/** Posts a transaction now; returns its id. Throws where there is no such account. */
export function addTransaction(world: World, wanted: NewTransaction): string {
	const { providerId = DEMO.providerId, customer = DEMO.customer, amount = -12.5 } = wanted;
	const accounts = world.store.customers.get(Number(providerId), customer)?.accounts ?? [];
	const account = accounts.find(({ id }) => id === (wanted.accountId ?? accounts[0]?.id));
	if (!account) throw new RangeError('There is no such account in this sandbox');
	const { description = 'Corner shop' } = wanted;
	const change = { do: 'add', status: 'POSTED', amount, description } as const;
	return applyChange(account, change, world.clock.now());
}
