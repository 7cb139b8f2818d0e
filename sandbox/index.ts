import { createClock, type Clock } from './clock';
import {
	addTransaction,
	connect,
	revoke,
	type NewTransaction,
	type ConnectedTokens,
	type ConnectOptions,
} from './hands';
import { RequestLog } from './log';
import { seedWorld } from './seed/world';
import { DEMO } from './seed/demo';
import { DEFAULT_SEED, type SeedOptions } from './seed/options';
import { buildServer } from './server';
import { createSettings, type SandboxSettings } from './settings';
import type { ConnectionFilter } from './store/connections';
import { Store, type Partner } from './store/store';
import type { Recipient } from './store/types';
import type { World } from './world';

export { CANARIES } from './canaries';
export type { ConnectedTokens, ConnectOptions } from './hands';
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
	/** As if that customer had just consented. Throws where the recipient or provider is unknown. */
	connect(options: ConnectOptions): ConnectedTokens;
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
	const log = new RequestLog();
	const store = new Store(partner, seed, clock.now());
	let url = '';
	const reset = (): void => {
		store.clear();
		log.clear();
		seedWorld(store, seed, clock.now());
	};
	const world: World = { clock, settings, store, log, reset, origin: () => url };
	reset();
	const app = buildServer(world);
	url = await app.listen({ port: options.port ?? 0, host: options.host ?? '127.0.0.1' });
	return {
		url,
		clock,
		settings,
		partner,
		log,
		store,
		reset,
		get recipients() {
			return [...store.recipients.values()];
		},
		connect: (wanted) => connect(world, wanted),
		expireTokens: () => store.tokens.expireAll(clock.now()),
		addTransaction: (wanted = {}) => addTransaction(world, wanted),
		revoke: (filter = {}) =>
			revoke(world, typeof filter === 'string' ? { customer: filter } : filter),
		close: () => app.close(),
	};
}
