import { Connections } from './connections';
import { Customers, type MakeCustomer } from './customers';
import { Edits } from './edits';
import { Files } from './files';
import { Registrations } from './registrations';
import { Tickets } from './tickets';
import { Tokens } from './tokens';
import type { Provider, Recipient } from './types';

export interface Partner {
	readonly clientId: string;
	readonly clientSecret: string;
}

/** All the sandbox knows. Tests may read and change it; lists keep the order of creation. */
export class Store {
	readonly recipients = new Map<string, Recipient>();
	readonly providers = new Map<number, Provider>();
	readonly registrations = new Registrations();
	readonly connections = new Connections();
	readonly tokens = new Tokens();
	readonly tickets = new Tickets();
	readonly files = new Files();
	readonly edits = new Edits();
	readonly customers: Customers;

	constructor(
		readonly partner: Partner,
		make: MakeCustomer,
		/** Sign-in names that the consent page offers. */
		offered: readonly string[],
	) {
		this.customers = new Customers(this.providers, make, offered);
	}

	/** Every secret handed out so far: search any output for these, and for CANARIES. */
	secrets(): string[] {
		return [
			this.partner.clientSecret,
			...[...this.recipients.values()].flatMap(({ client_secret, formerSecrets = [] }) => [
				client_secret,
				...formerSecrets.map(({ value }) => value),
			]),
			...this.tokens.all().map((token) => token.value),
			...this.tokens.allCodes().map((code) => code.value),
			...this.connections.refreshTokens,
			...this.customers.accountNumbers(),
		];
	}

	clear(): void {
		this.recipients.clear();
		this.providers.clear();
		this.registrations.clear();
		this.connections.clear();
		this.tokens.clear();
		this.tickets.clear();
		this.files.clear();
		this.edits.clear();
		this.customers.clear();
	}
}
