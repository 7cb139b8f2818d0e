export const DATA_SCOPES = [
	'ACCOUNT_BASIC',
	'ACCOUNT_DETAILED',
	'ACCOUNT_PAYMENTS',
	'INVESTMENTS',
	'TRANSACTIONS',
	'STATEMENTS',
	'CUSTOMER_CONTACT',
	'CUSTOMER_PERSONAL',
] as const;

export type DataScope = (typeof DATA_SCOPES)[number];

export function isDataScope(word: string): word is DataScope {
	return DATA_SCOPES.some((scope) => scope === word);
}

export type Country = 'CA' | 'US';

export interface Recipient {
	readonly client_id: string;
	client_secret: string;
	readonly name: string;
	readonly description: string;
	/** Where it is known. */
	readonly descriptionLanguage?: Language;
	readonly country: Country;
	readonly logo_uri: string;
	readonly terms_uri: string;
	readonly client_uri: string;
	readonly contacts: ReadonlyArray<{ readonly email: string }>;
	readonly scopes: readonly DataScope[];
	redirect_uris: readonly string[];
	/** Secrets that were replaced, and until when each one is still good. */
	formerSecrets?: ReadonlyArray<{ readonly value: string; readonly until: number }>;
	/** What readers see for a while after an update. */
	older?: { readonly uris: readonly string[]; reads: number };
	/** How many readers will not see it yet. */
	hiddenReads?: number;
}

export type AccountKind = 'deposit' | 'loan' | 'loc' | 'investment';

export interface Provider {
	readonly provider_id: number;
	readonly name: string;
	readonly country: Country;
	readonly provider_url: string;
	readonly connectorName: string;
	readonly scopes: readonly DataScope[];
	readonly accountKinds: readonly AccountKind[];
	readonly paymentNetworks: boolean;
}

export type RegistrationStatus = 'PENDING_APPROVAL' | 'PENDING_ACTIVATION' | 'ACTIVE';

export interface Registration {
	readonly recipient: Recipient;
	readonly provider: Provider;
	/** Milliseconds since 1970. */
	readonly requestedAt: number;
	/** The same as the API writes it: lists are long, dates slow to write. */
	readonly requestedOn: string;
	status: RegistrationStatus;
	/** When `status` was set. */
	since: number;
	/** Seeded rows wait for a person even when new ones advance by the clock: audits need old ones. */
	readonly advances: 'by-clock' | 'by-hand';
	suspended: boolean;
	timesRequested: number;
}

/** One customer's consent to one recipient at one provider. */
export interface Connection {
	readonly id: string;
	readonly clientId: string;
	readonly providerId: number;
	readonly sub: string;
	/** The customer's sign-in name at the provider. */
	readonly customer: string;
	readonly scopes: readonly DataScope[];
	readonly correlationId: string | undefined;
	readonly connectedAt: number;
	refreshToken: string;
	lastUsedAt: number;
	revoked: boolean;
}

export interface AccessToken {
	readonly value: string;
	readonly kind: 'partner' | 'recipient' | 'customer';
	readonly clientId: string;
	readonly connection: Connection | undefined;
	/** Milliseconds since 1970. */
	expiresAt: number;
}

/** What the customer agreed to, waiting to be exchanged by the recipient. */
export interface AuthorizationCode {
	readonly value: string;
	readonly clientId: string;
	readonly redirectUri: string;
	readonly consent: Consent;
	readonly expiresAt: number;
	readonly codeChallenge: string | undefined;
	used: boolean;
	/** The connection it was exchanged for. */
	connection: Connection | undefined;
}

export interface Consent {
	readonly providerId: number;
	readonly customer: string;
	readonly scopes: readonly DataScope[];
	readonly correlationId: string | undefined;
}

/** Of the consent page. */
export type Language = 'en' | 'fr';

/** What a recipient asked a customer for, checked and ready to be shown on the consent page. */
export interface AuthorizeRequest {
	readonly recipient: Recipient;
	readonly provider: Provider;
	/** Those asked for that the provider can share. */
	readonly scopes: readonly DataScope[];
	readonly redirectUri: string;
	readonly state: string;
	readonly correlationId: string | undefined;
	readonly language: Language;
	/** The S256 challenge of PKCE, where one was sent and is looked at. */
	readonly codeChallenge: string | undefined;
}
