import { dice, uuid } from '../random';
import type { Customer } from '../store/bank';
import type { Provider } from '../store/types';
import { DAY_MS, day } from '../timestamps';
import { seedAccounts } from './accounts';
import { DEMO } from './demo';
import type { SeedOptions } from './options';

/** Sign-in names of those the consent page offers first, and the names they go by. */
const NAMED: ReadonlyArray<readonly [string, string, string]> = [
	[DEMO.customer, 'Camille', 'Tremblay'],
	['noor', 'Noor', 'Haddad'],
	['winston', 'Winston', 'Achebe'],
];

/** Sign-in names that the consent page offers at every provider. */
export function offeredKeys({ customersPerProvider }: SeedOptions): string[] {
	return Array.from(
		{ length: customersPerProvider },
		(_, i) => NAMED[i]?.[0] ?? `customer-${i + 1}`,
	);
}

/** The customer who signs in as `key`, with accounts; ages are counted from `seededAt`. */
export function seedCustomer(
	provider: Provider,
	key: string,
	options: SeedOptions,
	seededAt: number,
): Customer {
	const seed = [options.random, provider.provider_id, key] as const;
	const roll = dice('customer', ...seed);
	const [, first = roll.person.firstName(), last = roll.person.lastName()] =
		NAMED.find(([named]) => named === key) ?? [];
	const canadian = provider.country === 'CA';
	const person = {
		customerId: roll.string.numeric({ length: 9, allowLeadingZeros: false }),
		dateOfBirth: day(seededAt - roll.number.int({ min: 7_000, max: 26_000 }) * DAY_MS),
		email: roll.internet.email({ firstName: first, lastName: last, provider: 'mail.example' }),
		address: {
			line1: roll.location.streetAddress(),
			city: roll.location.city(),
			region: canadian ? roll.location.state({ abbreviated: true }) : 'VT',
			postalCode: canadian
				? roll.location.zipCode('?#? #?#').toUpperCase()
				: roll.location.zipCode('#####'),
			country: provider.country,
		},
		phone: `${roll.string.numeric({ length: 3, exclude: ['0', '1'] })}55501${roll.string.numeric(2)}`,
	};
	return {
		key,
		provider,
		name: { first, last },
		...person,
		sub: uuid('sub', ...seed),
		accounts: seedAccounts(provider, seed, options, seededAt),
	};
}
