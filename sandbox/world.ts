import type { Bank } from './bank/bank';
import type { Clock } from './clock';
import type { Elsewhere } from './elsewhere/elsewhere';
import type { Faults } from './faults/faults';
import type { RequestLog } from './log';
import type { SandboxSettings } from './settings';
import type { Store } from './store/store';

/** What every route works on. */
export interface World {
	readonly clock: Clock;
	readonly settings: SandboxSettings;
	readonly store: Store;
	readonly log: RequestLog;
	readonly faults: Faults;
	readonly elsewhere: Elsewhere;
	readonly bank: Bank;
	/** Seeds everything anew; connections, tokens, faults and requests of the old world are gone. */
	reset(): void;
	/** Where the sandbox can be reached, without a slash at the end. */
	origin(): string;
}
