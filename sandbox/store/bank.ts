import type { AccountKind, Provider } from './types';

export type BankRecord = Readonly<Record<string, unknown>>;

export interface Transaction {
	/** Milliseconds since 1970; what date filters act on. */
	readonly postedAt: number;
	readonly record: BankRecord;
}

export type StatementStatus = 'AVAILABLE' | 'PROCESSING' | 'FAILED';

export interface Statement {
	readonly id: string;
	/** `YYYY-MM-DD`, the last day covered. */
	readonly date: string;
	readonly description: string;
	status: StatementStatus;
	/** Downloads of one that is PROCESSING until it is AVAILABLE; without it, it stays as it is. */
	asksLeft: number | undefined;
}

export interface Account {
	readonly id: string;
	readonly kind: AccountKind;
	/** The full number; only in detailed answers. */
	readonly number: string;
	/** The record of a detailed answer, without its transactions. */
	readonly record: BankRecord;
	/** Newest first. */
	transactions: readonly Transaction[];
	/** Newest first. */
	readonly statements: readonly Statement[];
	/** How many transactions were given an id since the start. */
	idsGiven: number;
	/** How many days were made up since the start. */
	daysLived: number;
	/** A vanished account is not listed and not found; a closed one is listed, and refuses its data. */
	state: 'open' | 'closed' | 'vanished';
}

type NamePart = 'first' | 'middle' | 'last' | 'suffix' | 'prefix' | 'company';

/** A person's or a company's. */
export type CustomerName = { readonly [part in NamePart]?: string | undefined };

export interface Customer {
	/** The name the customer signs in with. */
	readonly key: string;
	readonly provider: Provider;
	/** Identifies the user at the provider, in access tokens. */
	readonly sub: string;
	readonly customerId: string;
	name: CustomerName;
	readonly dateOfBirth: string;
	readonly email: string;
	readonly address: Readonly<
		Record<'line1' | 'city' | 'region' | 'postalCode' | 'country', string>
	>;
	readonly phone: string;
	readonly accounts: readonly Account[];
}

/** As an envelope has it. */
export function displayName({ name }: Customer): string {
	const { prefix, first, middle, last, suffix, company } = name;
	const person = [prefix, first, middle, last, suffix].filter((part) => part).join(' ');
	return [person, company].filter((part) => part).join(', ');
}
