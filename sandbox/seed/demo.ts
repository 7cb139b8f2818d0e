/** What people and tests may count on whatever the seed. */
export const DEMO = {
	partnerId: 'partner-demo',
	partnerSecret: 'partner-demo-secret',
	recipientId: 'dc-maplebudgetdemo0000000001',
	recipientSecret: 'maple-budget-secret',
	recipientName: 'Maple Budget',
	/** Maple Budget's registration with each of these is ACTIVE. */
	providerId: 1000,
	activeProviderIds: [1000, 2000, 4013, 2100, 2200, 4100],
	/** Offers no payment networks. */
	providerWithoutPaymentNetworks: 2100,
	/** Signs in at every provider. */
	customer: 'camille',
} as const;
