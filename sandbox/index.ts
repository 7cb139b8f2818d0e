import { Bank } from './bank/bank';
import { createClock, type Clock } from './clock';
import {
	addTransaction,
	connect,
	rename,
	revoke,
	type NewTransaction,
	type ConnectedTokens,
	type ConnectOptions,
} from './people/customers';
import { startElsewhere, type Elsewhere } from './elsewhere/elsewhere';
import { Faults } from './faults/faults';
import { RequestLog } from './log';
import { seedWorld } from './seed/world';
import { DEMO } from './seed/demo';
import { offeredKeys, seedCustomer } from './seed/customer';
import { DEFAULT_SEED, type SeedOptions } from './seed/options';
import { buildServer } from './server';
import { createSettings, type SandboxSettings } from './settings';
import type { CustomerName } from './store/bank';
import type { ConnectionFilter } from './store/connections';
import { Store, type Partner } from './store/store';
import type { Recipient } from './store/types';
import type { World } from './world';

export { CANARIES } from './canaries';
export type { Change, ChangeInput } from './bank/change';
export type { Happening } from './bank/live';
export { ANSWERS } from './faults/answers';
export type { ActiveFault } from './faults/faults';
export type { FaultInput } from './faults/fault';
export type { Visit } from './elsewhere/elsewhere';
export type { ConnectedTokens, ConnectOptions } from './people/customers';
export { DEMO } from './seed/demo';
export type { LogEntry } from './log';
export type { SeedOptions } from './seed/options';
export type { SandboxSettings } from './settings';
export type { Store } from './store/store';
export type SeededRecipient = Recipient;

export interface SandboxOptions {
	/** 0, the default, takes any free port. */
	readonly port?: number;
	readonly host?: string;
	readonly settings?: Partial<SandboxSettings>;
	readonly seed?: Partial<SeedOptions>;
	readonly latencyMs?: number;
}

export interface Sandbox {
	readonly url: string;
	readonly clock: Clock;
	readonly settings: SandboxSettings;
	readonly partner: Partner;
	readonly recipients: SeededRecipient[];
	readonly store: Store;
	readonly log: RequestLog;
	/** What goes wrong on purpose. */
	readonly faults: Faults;
	/** The other host, that redirects and statements lead to. */
	readonly elsewhere: Pick<Elsewhere, 'url' | 'visits'>;
	/** What banks do to their customers' accounts. */
	readonly bank: Bank;
	/** As if that customer had just consented. Throws where the recipient or provider is unknown. */
	connect(options: ConnectOptions): ConnectedTokens;
	/** A customer, or a company, goes by another name from now on. */
	rename(providerId: number, customer: string, name: CustomerName): void;
	/** Every access token out there is expired from now on. */
	expireTokens(): void;
	/** A movement on an account, posted now; returns its transaction id. */
	addTransaction(wanted?: NewTransaction): string;
	/** Withdraws consent as the customer would, at the bank; returns how many connections that ended. */
	revoke(filter?: ConnectionFilter | string): number;
	reset(): void;
	close(): Promise<void>;
}

/** A Flinks Outbound on loopback, ready when the promise resolves. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const seed: SeedOptions = { ...DEFAULT_SEED, ...options.seed };
	const clock = createClock(seed.startAt);
	const settings = createSettings({
		...options.settings,
		...(options.latencyMs === undefined ? {} : { latencyMs: options.latencyMs }),
	});
	const partner = { clientId: DEMO.partnerId, clientSecret: DEMO.partnerSecret };
	const host = options.host ?? '127.0.0.1';
	const log = new RequestLog();
	const faults = new Faults();
	/** Not the clock's time: that has gone on by a moment, and the same options give the same world. */
	const seededAt = seed.startAt ?? clock.now();
	const store = new Store(
		partner,
		(provider, key) => seedCustomer(provider, key, seed, seededAt),
		offeredKeys(seed),
	);
	const bank = new Bank(store.customers, clock);
	const elsewhere = await startElsewhere(store, host);
	let url = '';
	const fill = (now: number): void => {
		store.clear();
		log.clear();
		faults.clear();
		bank.clear();
		elsewhere.visits.length = 0;
		seedWorld(store, seed, now);
	};
	const reset = (): void => fill(clock.now());
	const origin = (): string => url;
	const world: World = { clock, settings, store, log, faults, elsewhere, bank, reset, origin };
	fill(seededAt);
	const app = buildServer(world);
	try {
		url = await app.listen({ port: options.port ?? 0, host });
	} catch (error) {
		await elsewhere.close();
		throw error;
	}
	return {
		url,
		clock,
		settings,
		partner,
		log,
		store,
		faults,
		elsewhere,
		bank,
		reset,
		get recipients() {
			return [...store.recipients.values()];
		},
		connect: (wanted) => connect(world, wanted),
		rename: (providerId, customer, name) => rename(world, providerId, customer, name),
		expireTokens: () => store.tokens.expireAll(clock.now()),
		addTransaction: (wanted = {}) => addTransaction(world, wanted),
		revoke: (filter = {}) =>
			revoke(world, typeof filter === 'string' ? { customer: filter } : filter),
		close: async () => {
			await Promise.all([app.close(), elsewhere.close()]);
		},
	};
}
