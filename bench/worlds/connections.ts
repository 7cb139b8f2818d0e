import { sealConnection } from '../../outbound/connections/seal';
import { DEMO, type Sandbox } from '../../sandbox';

/** Longer than any run: what a token renewal costs is not what is compared, save where a job asks for it. */
export const TOKEN_LIFE_S = 86_400;

export interface Wanted {
	readonly count?: number;
	readonly key?: string;
}

/**
 * Customers who gave consent: the connection as our node takes it, the same without an access token, as after
 * a night, their bearer and their accounts.
 */
export function connections(sandbox: Sandbox, { count = 0, key = '' }: Wanted) {
	const app = {
		clientId: DEMO.recipientId,
		connectionKey: key,
		previousConnectionKey: '',
		redirectUri: '',
		environment: { api: sandbox.url, authorization: sandbox.url },
	};
	return Array.from({ length: count }, (_, i) => {
		const customer = `customer-${i + 1}`;
		const { connectionId, refreshToken, accessToken } = sandbox.connect({
			recipientId: DEMO.recipientId,
			customer,
		});
		const asleep = {
			connectionId,
			requestedProviderId: String(DEMO.providerId),
			refreshToken,
			connectedAt: new Date().toISOString(),
		};
		const awake = {
			...asleep,
			accessToken,
			accessTokenExpiresAt: Date.now() + TOKEN_LIFE_S * 1000,
		};
		const { accounts = [] } = sandbox.store.customers.get(DEMO.providerId, customer) ?? {};
		return {
			connection: sealConnection(awake, app),
			asleep: sealConnection(asleep, app),
			bearer: accessToken,
			accountIds: accounts.map(({ id }) => id),
		};
	});
}
