import {
	DEMO,
	startSandbox,
	type FaultInput,
	type Sandbox,
	type SandboxSettings,
	type Store,
} from '../../sandbox';
import type { Account } from '../../sandbox/store/bank';
import { connections, TOKEN_LIFE_S, type Wanted } from './connections';
import { seedOf } from './seeds';

const DAY_MS = 86_400_000;

/** What the benchmark asks of a world. */
export interface Order extends Wanted {
	readonly id: number;
	readonly act: string;
	readonly world: string;
	readonly settings?: Partial<SandboxSettings>;
	readonly faults?: readonly FaultInput[];
	readonly days?: number;
	/** Rows of a page. */
	readonly size?: number;
}

/** The settings each sandbox began with, which every run begins with again. */
const begun = new WeakMap<Sandbox, SandboxSettings>();

/** @returns the sandbox, and what the jobs have to know of it */
export async function startWorld(name: string): Promise<{ sandbox: Sandbox; known: object }> {
	const sandbox = await startSandbox({
		seed: seedOf(name),
		settings: { expiresIn: TOKEN_LIFE_S },
	});
	begun.set(sandbox, { ...sandbox.settings });
	const { recipients, store, url } = sandbox;
	const accounts = store.customers.get(DEMO.providerId, DEMO.customer)?.accounts ?? [];
	const known = {
		url,
		demo: DEMO,
		recipientIds: recipients.map(({ client_id }) => client_id),
		providerIds: [...store.providers.keys()],
		accountIds: accounts.map(({ id }) => id),
		statementId: accounts[0]?.statements.find(({ status }) => status === 'AVAILABLE')?.id,
	};
	return { sandbox, known };
}

export const acts: Readonly<Record<string, (sandbox: Sandbox, order: Order) => unknown>> = {
	/** A clean sheet: no requests counted; where nothing was registered at first, nothing is again. */
	prepare(sandbox, { world, settings = {}, faults = [] }) {
		Object.assign(sandbox.settings, begun.get(sandbox), settings);
		sandbox.faults.clear();
		for (const fault of faults) sandbox.faults.add(fault);
		if (seedOf(world).registrations === 0) sandbox.store.registrations.clear();
		sandbox.log.clear();
		sandbox.log.maxInFlight.reset();
	},
	seen({ log, store }) {
		const asked = log.entries.filter(({ route }) => route !== '/api/v1/token');
		return {
			requests: asked.length,
			tokenRequests: log.tokenRequests().length,
			refused: asked.filter(({ status }) => status >= 400).length,
			maxInFlight: log.maxInFlight.all,
			registrations: store.registrations.size,
		};
	},
	connections,
	/** How many transactions those made with connections had on the last so many days, today included. */
	transactions({ store }, { days = 0 }) {
		const accounts = store.customers
			.all()
			.flatMap(({ key, accounts }) => (key.startsWith('customer-') ? accounts : []));
		return sumOf(accounts, (account) => countIn(account, days));
	},
	/** The same of the customer whom n8n connects. */
	'own transactions'({ store }, { days = 0 }) {
		return sumOf(ownAccounts(store), (account) => countIn(account, days));
	},
	'own pages'({ store }, { days = 0, size = 1 }) {
		return sumOf(ownAccounts(store), (account) => Math.ceil(countIn(account, days) / size));
	},
};

function countIn({ transactions }: Account, days: number): number {
	const today = Math.floor(Date.now() / DAY_MS) * DAY_MS;
	return transactions.filter(({ postedAt }) => postedAt >= today - days * DAY_MS).length;
}

const sumOf = (accounts: readonly Account[], of: (account: Account) => number) =>
	accounts.reduce((sum, account) => sum + of(account), 0);

const ownAccounts = ({ customers }: Store) =>
	customers.get(DEMO.providerId, DEMO.customer)?.accounts ?? [];
