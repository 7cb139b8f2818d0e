import type { FastifyInstance } from 'fastify';

import type { Account } from '../store/bank';
import type { Provider } from '../store/types';
import { dice } from '../random';
import type { World } from '../world';
import { accessFor, accountOf } from './access';
import { refuseNotOffered } from './offered';
import { pageOf } from './pages';

const NETWORKS = { CA: ['CA_ACSS', 'CA_LVTS'], US: ['US_ACH', 'US_FEDWIRE', 'US_RTP'] } as const;

/** F5: how money can move; a provider without such a thing answers 405. */
export function paymentRoutes(app: FastifyInstance, world: World): void {
	app.get('/api/fdx/5/accounts/:account_id/payment-networks', (request) => {
		const access = accessFor(world, request, 'ACCOUNT_PAYMENTS');
		const { provider } = access.customer;
		const account = accountOf(access, request);
		refuseNotOffered(world, 'F5', provider);
		const { items, page, links } = pageOf(world, request, access, networksOf(provider, account));
		return { page, links, paymentNetworks: items };
	});
}

function networksOf(provider: Provider, account: Account): object[] {
	if (account.kind !== 'deposit') return [];
	const bankId = dice('bank', provider.provider_id).string.numeric(
		provider.country === 'US' ? 9 : 8,
	);
	return NETWORKS[provider.country].map((type) => ({
		bankId,
		identifier: account.number,
		identifierType: 'ACCOUNT_NUMBER',
		type,
		transferIn: true,
		transferOut: type !== 'CA_LVTS',
	}));
}
