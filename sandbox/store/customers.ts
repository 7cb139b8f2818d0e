import type { Account, Customer } from './bank';
import type { Provider } from './types';

/** Makes the customer who signs in as `key`; the same one each time. */
export type MakeCustomer = (provider: Provider, key: string) => Customer;

/** The banks' customers, made when first asked for: any sign-in name has one at every provider. */
export class Customers {
	private readonly made = new Map<string, Customer>();

	constructor(
		private readonly providers: ReadonlyMap<number, Provider>,
		private readonly make: MakeCustomer,
		/** Sign-in names that the consent page offers. */
		private readonly offered: readonly string[],
	) {}

	/** Those the consent page offers. */
	of(providerId: number): Customer[] {
		return this.offered
			.map((key) => this.get(providerId, key))
			.filter((customer) => customer !== undefined);
	}

	get(providerId: number, key: string): Customer | undefined {
		const id = `${providerId} ${key}`;
		const known = this.made.get(id);
		const provider = this.providers.get(providerId);
		if (known || !provider) return known;
		const customer = this.make(provider, key);
		this.made.set(id, customer);
		return customer;
	}

	/** Everybody made so far. */
	all(): Customer[] {
		return [...this.made.values()];
	}

	/** An account of any customer made so far. */
	account(id: string): Account | undefined {
		for (const { accounts } of this.made.values()) {
			const found = accounts.find((account) => account.id === id);
			if (found) return found;
		}
		return undefined;
	}

	/** Full numbers of all accounts made so far. */
	accountNumbers(): string[] {
		return [...this.made.values()].flatMap(({ accounts }) => accounts.map(({ number }) => number));
	}

	clear(): void {
		this.made.clear();
	}
}
