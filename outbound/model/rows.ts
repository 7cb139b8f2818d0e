// generated from contract/outbound.openapi.yaml by npm run contract

import type { Given, OtherText, RowReader } from './reading';
import { numberId, record, records, status, text, textId, texts } from './reading';
import { PROVIDER_STATUSES, REGISTRATION_STATUSES } from './vocabulary';
import type { ProviderStatus, RegistrationStatus } from './vocabulary';

export interface Contact {
	readonly email?: Given<string>;
}

const contactRow: RowReader<Contact> = {
	ids: [],
	read: (row) => ({ ...row, email: text(row.email) }),
};

/** The strings "true" and "false", not booleans. */
export interface AvailableAccountTypes {
	readonly depositAccounts?: Given<string>;
	readonly investmentAccounts?: Given<string>;
	readonly loanAccounts?: Given<string>;
	readonly locAccounts?: Given<string>;
}

const availableAccountTypesRow: RowReader<AvailableAccountTypes> = {
	ids: [],
	read: (row) => ({
		...row,
		depositAccounts: text(row.depositAccounts),
		investmentAccounts: text(row.investmentAccounts),
		loanAccounts: text(row.loanAccounts),
		locAccounts: text(row.locAccounts),
	}),
};

/** Dotted paths of the fields a provider delivers, by area. */
export interface DataInventory {
	readonly account?: Given<string[]>;
	readonly customers?: Given<string[]>;
	readonly detailed_accounts?: Given<string[]>;
	readonly lightweight_accounts?: Given<string[]>;
	readonly payments?: Given<string[]>;
	readonly transactions?: Given<string[]>;
}

const dataInventoryRow: RowReader<DataInventory> = {
	ids: [],
	read: (row) => ({
		...row,
		account: texts(row.account),
		customers: texts(row.customers),
		detailed_accounts: texts(row.detailed_accounts),
		lightweight_accounts: texts(row.lightweight_accounts),
		payments: texts(row.payments),
		transactions: texts(row.transactions),
	}),
};

/** A provider the calling recipient is registered with (version 1). */
export interface ActiveProvider {
	readonly provider_id: number | string;
	readonly name?: Given<string>;
	readonly country?: Given<string>;
	readonly scopes?: Given<string[]>;
}

export const activeProviderRow: RowReader<ActiveProvider> = {
	ids: ['provider_id'],
	read: (row) => ({
		...row,
		provider_id: numberId(row.provider_id),
		name: text(row.name),
		country: text(row.country),
		scopes: texts(row.scopes),
	}),
};

export interface ActiveProviderV2 {
	readonly provider_id: number | string;
	readonly name?: Given<string>;
	readonly country?: Given<string>;
	readonly scopes?: Given<string[]>;
	readonly status: ProviderStatus | OtherText;
	readonly connectorName?: Given<string>;
	readonly availableAccountTypes?: Given<AvailableAccountTypes>;
}

export const activeProviderV2Row: RowReader<ActiveProviderV2> = {
	ids: ['provider_id'],
	read: (row) => ({
		...row,
		provider_id: numberId(row.provider_id),
		name: text(row.name),
		country: text(row.country),
		scopes: texts(row.scopes),
		status: status(PROVIDER_STATUSES, row.status),
		connectorName: text(row.connectorName),
		availableAccountTypes: record(row.availableAccountTypes, availableAccountTypesRow.read),
	}),
};

export interface ProviderDetails {
	readonly provider_id: number | string;
	readonly name?: Given<string>;
	readonly country?: Given<string>;
	readonly provider_url?: Given<string>;
	readonly scopes?: Given<string[]>;
	readonly data_inventory?: Given<DataInventory>;
}

export const providerDetailsRow: RowReader<ProviderDetails> = {
	ids: ['provider_id'],
	read: (row) => ({
		...row,
		provider_id: numberId(row.provider_id),
		name: text(row.name),
		country: text(row.country),
		provider_url: text(row.provider_url),
		scopes: texts(row.scopes),
		data_inventory: record(row.data_inventory, dataInventoryRow.read),
	}),
};

/** A recipient as listed, without scope or redirect URIs. */
export interface Recipient {
	readonly client_id: string;
	readonly name?: Given<string>;
	readonly logo_uri?: Given<string>;
	readonly description?: Given<string>;
	readonly terms_uri?: Given<string>;
	readonly client_uri?: Given<string>;
	readonly country?: Given<string>;
	readonly contacts?: Given<Contact[]>;
}

export const recipientRow: RowReader<Recipient> = {
	ids: ['client_id'],
	read: (row) => ({
		...row,
		client_id: textId(row.client_id),
		name: text(row.name),
		logo_uri: text(row.logo_uri),
		description: text(row.description),
		terms_uri: text(row.terms_uri),
		client_uri: text(row.client_uri),
		country: text(row.country),
		contacts: records(row.contacts, contactRow.read),
	}),
};

export interface RecipientDetails {
	readonly client_id: string;
	readonly name?: Given<string>;
	readonly logo_uri?: Given<string>;
	readonly description?: Given<string>;
	readonly terms_uri?: Given<string>;
	readonly client_uri?: Given<string>;
	readonly country?: Given<string>;
	readonly contacts?: Given<Contact[]>;
	readonly scope?: Given<string>;
	readonly redirect_uris?: Given<string[]>;
}

export const recipientDetailsRow: RowReader<RecipientDetails> = {
	ids: ['client_id'],
	read: (row) => ({
		...row,
		client_id: textId(row.client_id),
		name: text(row.name),
		logo_uri: text(row.logo_uri),
		description: text(row.description),
		terms_uri: text(row.terms_uri),
		client_uri: text(row.client_uri),
		country: text(row.country),
		contacts: records(row.contacts, contactRow.read),
		scope: text(row.scope),
		redirect_uris: texts(row.redirect_uris),
	}),
};

export interface RecipientSecret {
	readonly client_id: string;
	readonly client_secret?: Given<string>;
}

export const recipientSecretRow: RowReader<RecipientSecret> = {
	ids: ['client_id'],
	read: (row) => ({
		...row,
		client_id: textId(row.client_id),
		client_secret: text(row.client_secret),
	}),
};

export interface RecipientWithSecret {
	readonly client_id: string;
	readonly name?: Given<string>;
	readonly logo_uri?: Given<string>;
	readonly description?: Given<string>;
	readonly terms_uri?: Given<string>;
	readonly client_uri?: Given<string>;
	readonly country?: Given<string>;
	readonly contacts?: Given<Contact[]>;
	readonly scope?: Given<string>;
	readonly redirect_uris?: Given<string[]>;
	readonly client_secret?: Given<string>;
}

export const recipientWithSecretRow: RowReader<RecipientWithSecret> = {
	ids: ['client_id'],
	read: (row) => ({
		...row,
		client_id: textId(row.client_id),
		name: text(row.name),
		logo_uri: text(row.logo_uri),
		description: text(row.description),
		terms_uri: text(row.terms_uri),
		client_uri: text(row.client_uri),
		country: text(row.country),
		contacts: records(row.contacts, contactRow.read),
		scope: text(row.scope),
		redirect_uris: texts(row.redirect_uris),
		client_secret: text(row.client_secret),
	}),
};

export interface Registration {
	readonly client_id: string;
	readonly client_name?: Given<string>;
	readonly provider_id: number | string;
	readonly provider_name?: Given<string>;
	readonly country?: Given<string>;
	readonly registration_status: RegistrationStatus | OtherText;
	readonly requested_on?: Given<string>;
}

export const registrationRow: RowReader<Registration> = {
	ids: ['client_id', 'provider_id'],
	read: (row) => ({
		...row,
		client_id: textId(row.client_id),
		client_name: text(row.client_name),
		provider_id: numberId(row.provider_id),
		provider_name: text(row.provider_name),
		country: text(row.country),
		registration_status: status(REGISTRATION_STATUSES, row.registration_status),
		requested_on: text(row.requested_on),
	}),
};

export interface SupportedProvider {
	readonly provider_id: number | string;
	readonly name?: Given<string>;
	readonly country?: Given<string>;
	readonly scopes?: Given<string[]>;
}

export const supportedProviderRow: RowReader<SupportedProvider> = {
	ids: ['provider_id'],
	read: (row) => ({
		...row,
		provider_id: numberId(row.provider_id),
		name: text(row.name),
		country: text(row.country),
		scopes: texts(row.scopes),
	}),
};
