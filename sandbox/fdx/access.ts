import type { FastifyRequest } from 'fastify';

import { customerOnly } from '../http/bearer';
import { fdxRefusal } from '../http/refusals';
import { paramOf } from '../http/input';
import type { Account, Customer } from '../store/bank';
import type { Connection, DataScope } from '../store/types';
import type { World } from '../world';

export interface Access {
	readonly connection: Connection;
	readonly customer: Customer;
}

export function allows({ connection }: Access, scope: DataScope): boolean {
	return connection.scopes.includes(scope);
}

/** The customer behind the bearer, who must have consented to one of `scopes`. */
export function accessFor(world: World, request: FastifyRequest, ...scopes: DataScope[]): Access {
	const { connection } = customerOnly(world, request, 'fdx');
	const customer = world.store.customers.get(connection.providerId, connection.customer);
	if (!customer) throw fdxRefusal(403, 'The provider does not know this customer');
	const access = { connection, customer };
	if (!scopes.some((scope) => allows(access, scope))) {
		throw fdxRefusal(602, `The customer did not consent to ${scopes.join(' or ')}`);
	}
	return access;
}

/** Accounts that the consent covers: investments are a scope of their own. */
export function visibleAccounts(access: Access): readonly Account[] {
	const there = access.customer.accounts.filter(({ state }) => state !== 'vanished');
	if (allows(access, 'INVESTMENTS')) return there;
	return there.filter(({ kind }) => kind !== 'investment');
}

/** The account named in the path, unless it is closed: then it is listed and no more. */
export function accountOf(access: Access, request: FastifyRequest): Account {
	const id = paramOf(request, 'account_id');
	const account = access.customer.accounts.find((one) => one.id === id);
	if (!account || account.state === 'vanished')
		throw fdxRefusal(701, 'The customer has no account with this id');
	if (account.state === 'closed') throw fdxRefusal(705, 'The customer closed this account');
	if (account.kind === 'investment' && !allows(access, 'INVESTMENTS')) {
		throw fdxRefusal(602, 'The customer did not consent to INVESTMENTS');
	}
	return account;
}
