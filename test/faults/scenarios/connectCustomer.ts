import { FlinksConnectCustomer } from '../../../nodes/FlinksConnectCustomer/FlinksConnectCustomer.node';
import { webhookItem } from '../../support/consentPage';
import { REDIRECT } from '../support/credentials';
import { completionUntruths } from '../truth/completion';
import { revocationUntruths } from '../truth/revocation';
import { connected, returning } from './customers';
import type { Scenario } from './types';

const node = 'Flinks Connect Customer';
const create = () => new FlinksConnectCustomer();

export const completeConnection: Scenario = {
	node,
	name: 'callbacks of three customers',
	create,
	main: true,
	ownTokens: true,
	spends: true,
	expects: () => 'told',
	prepare: (world) => {
		const answers = [
			returning(world, 'camille', 'allowed'),
			returning(world, 'noor', 'declined'),
			returning(world, 'winston', 'allowed'),
		];
		return {
			parameters: { operation: 'completeConnection' },
			credentials: world.credentials.app('recipient'),
			items: answers.map(
				({ query }) =>
					webhookItem(new URL(`${REDIRECT}?${String(new URLSearchParams(query))}`)).json,
			),
			untruths: (ends) => completionUntruths(world, answers, ends),
			inputIsSecret: true,
		};
	},
};

const revoking = (name: string, withAccess: boolean): Scenario => ({
	node,
	name,
	create,
	ownTokens: true,
	spends: true,
	...(withAccess && { main: true }),
	expects: () => 'told',
	prepare: (world) => {
		const customers = ['camille', 'noor', 'noor'];
		const connections = new Map(
			[...new Set(customers)].map((one) => [one, connected(world, one, withAccess)]),
		);
		return {
			parameters: { operation: 'revokeConnection' },
			credentials: world.credentials.app('recipient'),
			items: customers.map((one) => ({ connection: connections.get(one)?.sealed })),
			untruths: (ends, lies) => revocationUntruths(world.sandbox, customers, ends, lies),
		};
	},
});

export const connectCustomer: readonly Scenario[] = [
	completeConnection,
	revoking('revoke, access token at hand', true),
	revoking('revoke, access token has ended', false),
];
