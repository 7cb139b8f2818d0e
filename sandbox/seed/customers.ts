import { dice, uuid } from '../random';
import type { Provider } from '../store/types';
import { DAY_MS, day } from '../timestamps';
import { seedAccounts, type Account } from './accounts';
import { DEMO } from './demo';
import type { SeedOptions } from './options';

export interface Customer {
	/** The name the customer signs in with. */
	readonly key: string;
	readonly provider: Provider;
	/** Identifies the user at the provider, in access tokens. */
	readonly sub: string;
	readonly customerId: string;
	readonly first: string;
	readonly last: string;
	readonly dateOfBirth: string;
	readonly email: string;
	readonly address: Readonly<
		Record<'line1' | 'city' | 'region' | 'postalCode' | 'country', string>
	>;
	readonly phone: string;
	readonly accounts: readonly Account[];
}

/** Sign-in names of those the consent page offers, and the names they go by. */
const NAMED: ReadonlyArray<readonly [string, string, string]> = [
	[DEMO.customer, 'Camille', 'Tremblay'],
	['noor', 'Noor', 'Haddad'],
	['winston', 'Winston', 'Achebe'],
];

/** A bank's customers, made when first asked for: any sign-in name has one. */
export class Customers {
	private readonly made = new Map<string, Customer>();

	constructor(
		private readonly providers: ReadonlyMap<number, Provider>,
		private readonly options: SeedOptions,
		private readonly seededAt: number,
	) {}

	/** Those the consent page offers. */
	of(providerId: number): Customer[] {
		return Array.from(
			{ length: this.options.customersPerProvider },
			(_, i) => NAMED[i]?.[0] ?? `customer-${i + 1}`,
		)
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

	/** Full numbers of all accounts made so far. */
	accountNumbers(): string[] {
		return [...this.made.values()].flatMap(({ accounts }) => accounts.map(({ number }) => number));
	}

	clear(): void {
		this.made.clear();
	}

	private make(provider: Provider, key: string): Customer {
		const { random } = this.options;
		const seed = [random, provider.provider_id, key] as const;
		const roll = dice('customer', ...seed);
		const [, first = roll.person.firstName(), last = roll.person.lastName()] =
			NAMED.find(([named]) => named === key) ?? [];
		return {
			key,
			provider,
			first,
			last,
			customerId: roll.string.numeric({ length: 9, allowLeadingZeros: false }),
			dateOfBirth: day(this.seededAt - roll.number.int({ min: 7_000, max: 26_000 }) * DAY_MS),
			email: roll.internet.email({ firstName: first, lastName: last, provider: 'mail.example' }),
			address: {
				line1: roll.location.streetAddress(),
				city: roll.location.city(),
				region: provider.country === 'CA' ? roll.location.state({ abbreviated: true }) : 'VT',
				postalCode:
					provider.country === 'CA'
						? roll.location.zipCode('?#? #?#').toUpperCase()
						: roll.location.zipCode('#####'),
				country: provider.country,
			},
			phone: `${roll.string.numeric({ length: 3, exclude: ['0', '1'] })}55501${roll.string.numeric(2)}`,
			sub: uuid('sub', ...seed),
			accounts: seedAccounts(provider, seed, this.options, this.seededAt),
		};
	}
}
