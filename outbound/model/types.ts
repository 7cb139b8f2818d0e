import type { components, operations } from './contract';

export type {
	ActiveProvider,
	ActiveProviderV2,
	ProviderDetails,
	Recipient,
	RecipientDetails,
	RecipientSecret,
	RecipientWithSecret,
	Registration,
	SupportedProvider,
} from './rows';
export { PROVIDER_STATUSES, REGISTRATION_STATUSES, SCOPES } from './vocabulary';
export type { ProviderStatus, RegistrationStatus, Scope } from './vocabulary';

type Schemas = components['schemas'];
type QueryOf<Name extends keyof operations> = NonNullable<operations[Name]['parameters']['query']>;

/** What is sent to Flinks, as the contract has it. */
export type AuthorizeQuery = QueryOf<'authorizeWithDataProvider'>;
export type ActiveProvidersQuery = QueryOf<'listActiveDataProvidersV2'>;
export type NewRecipient = Schemas['NewRecipient'];
export type RecipientUpdate = Schemas['RecipientUpdate'];

/** The languages of Flinks' consent pages. */
export type Language = NonNullable<AuthorizeQuery['lang']>;
