// generated from contract/outbound.openapi.yaml by npm run contract

/** The data a customer may consent to share. */
export const SCOPES = [
	'ACCOUNT_BASIC',
	'ACCOUNT_DETAILED',
	'ACCOUNT_PAYMENTS',
	'INVESTMENTS',
	'TRANSACTIONS',
	'STATEMENTS',
	'CUSTOMER_CONTACT',
	'CUSTOMER_PERSONAL',
] as const;
export type Scope = (typeof SCOPES)[number];

/** From requested to usable, in order. */
export const REGISTRATION_STATUSES = ['PENDING_APPROVAL', 'PENDING_ACTIVATION', 'ACTIVE'] as const;
export type RegistrationStatus = (typeof REGISTRATION_STATUSES)[number];

/** A recipient's standing at a provider. */
export const PROVIDER_STATUSES = [
	'Activated',
	'Available',
	'PendingActivation',
	'Suspended',
] as const;
export type ProviderStatus = (typeof PROVIDER_STATUSES)[number];
