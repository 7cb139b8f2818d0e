/** How large a world to make. The same options give the same world, dates counted from the start. */
export interface SeedOptions {
	readonly random: number;
	readonly recipients: number;
	readonly providers: number;
	/** Rows in all; `undefined` gives the small demonstration set, 0 none. Recipients are added as needed. */
	readonly registrations: number | undefined;
	readonly customersPerProvider: number;
	readonly accountsPerCustomer: number;
	/** Of a customer's first account; the others have a third of it. */
	readonly transactions: number;
	/** Sandbox time at the start, milliseconds since 1970; `undefined` is now. */
	readonly startAt: number | undefined;
}

export const DEFAULT_SEED: SeedOptions = {
	random: 1,
	recipients: 6,
	providers: 25,
	registrations: undefined,
	customersPerProvider: 3,
	accountsPerCustomer: 6,
	transactions: 130,
	startAt: undefined,
};
