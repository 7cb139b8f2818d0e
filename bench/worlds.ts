import { sealConnection } from '../outbound/connections/seal';
import { DEMO, startSandbox, type Sandbox, type SeedOptions } from '../sandbox';

/** One Flinks Outbound per kind of job, all in this process, each on a port of its own. */
const WORLDS: Readonly<Record<string, Partial<SeedOptions>>> = {
	pairs: { recipients: 20, providers: 50, registrations: 0 },
	status: { recipients: 200, providers: 5, registrations: 1_000 },
	accounts: { accountsPerCustomer: 6 },
	list: { recipients: 200, providers: 500, registrations: 100_000 },
};

/** Longer than any run: what a token renewal costs is not what is compared here. */
const TOKEN_LIFE_S = 86_400;

interface Order {
	readonly id: number;
	readonly act: string;
	readonly world: string;
	readonly latencyMs?: number;
	readonly count?: number;
	readonly key?: string;
}

const sandboxes = new Map<string, Sandbox>();

async function start(name: string): Promise<object> {
	const sandbox = await startSandbox({
		seed: WORLDS[name] ?? {},
		settings: { expiresIn: TOKEN_LIFE_S },
	});
	sandboxes.set(name, sandbox);
	return {
		url: sandbox.url,
		demo: DEMO,
		recipientIds: sandbox.recipients.map(({ client_id }) => client_id),
		providerIds: [...sandbox.store.providers.keys()],
		accountIds: sandbox.store.customers
			.get(DEMO.providerId, DEMO.customer)
			?.accounts.map(({ id }) => id),
	};
}

const acts: Readonly<Record<string, (sandbox: Sandbox, order: Order) => unknown>> = {
	/** A clean sheet: no requests counted; where nothing was registered at first, nothing is again. */
	prepare(sandbox, { world, latencyMs = 0 }) {
		sandbox.settings.latencyMs = latencyMs;
		if (WORLDS[world]?.registrations === 0) sandbox.store.registrations.clear();
		sandbox.log.clear();
		sandbox.log.maxInFlight.reset();
	},
	seen(sandbox) {
		const asked = sandbox.log.entries.filter(({ route }) => route !== '/api/v1/token');
		return {
			requests: asked.length,
			refused: asked.filter(({ status }) => status >= 400).length,
			maxInFlight: sandbox.log.maxInFlight.all,
			registrations: sandbox.store.registrations.size,
		};
	},
	/** Customers who gave consent just now: the connection as our node takes it, and their bearer. */
	connections(sandbox, { count = 0, key = '' }) {
		return Array.from({ length: count }, (_, i) => {
			const tokens = sandbox.connect({
				recipientId: DEMO.recipientId,
				customer: `customer-${i + 1}`,
			});
			const connection = {
				connectionId: tokens.connectionId,
				requestedProviderId: String(DEMO.providerId),
				refreshToken: tokens.refreshToken,
				accessToken: tokens.accessToken,
				accessTokenExpiresAt: Date.now() + TOKEN_LIFE_S * 1000,
				connectedAt: new Date().toISOString(),
			};
			return {
				connection: sealConnection(connection, {
					clientId: DEMO.recipientId,
					connectionKey: key,
					previousConnectionKey: '',
					redirectUri: '',
					environment: { api: sandbox.url, authorization: sandbox.url },
				}),
				bearer: tokens.accessToken,
			};
		});
	},
};

async function answer(order: Order): Promise<unknown> {
	if (order.act === 'start') return await start(order.world);
	const sandbox = sandboxes.get(order.world);
	const act = acts[order.act];
	if (!sandbox || !act) throw new RangeError(`No ${order.act} in the world ${order.world}`);
	return act(sandbox, order);
}

process.on('message', (order: Order) => {
	answer(order).then(
		(value) => process.send?.({ id: order.id, value }),
		(error: unknown) => process.send?.({ id: order.id, error: String(error) }),
	);
});
process.on('disconnect', () => process.exit(0));
