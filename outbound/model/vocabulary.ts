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

/** From requested to usable, in order. */
export const REGISTRATION_STATUSES = ['PENDING_APPROVAL', 'PENDING_ACTIVATION', 'ACTIVE'] as const;

/** A recipient's standing at a provider. */
export const PROVIDER_STATUSES = [
	'Activated',
	'Available',
	'PendingActivation',
	'Suspended',
] as const;
