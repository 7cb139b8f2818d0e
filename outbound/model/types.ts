import type { components, operations } from './contract';
import type { AUTHORIZATION_ERRORS, DATA_ACCESS_ERRORS } from './publishedErrors';

export { PROVIDER_STATUSES, REGISTRATION_STATUSES, SCOPES } from './vocabulary';

type Schemas = components['schemas'];
type QueryOf<Name extends keyof operations> = NonNullable<operations[Name]['parameters']['query']>;

export type Scope = Schemas['Scope'];
export type RegistrationStatus = Schemas['RegistrationStatus'];
export type ProviderStatus = Schemas['ProviderStatus'];

export type AuthorizeQuery = QueryOf<'authorizeWithDataProvider'>;
export type Language = NonNullable<AuthorizeQuery['lang']>;
export type TokenRequest = Schemas['TokenRequest'];
export type TokenAnswer = Schemas['TokenAnswer'];

export type SupportedProvider = Schemas['SupportedProvider'];
export type ProviderDetails = Schemas['ProviderDetails'];
export type ActiveProvider = Schemas['ActiveProvider'];
export type ActiveProviderV2 = Schemas['ActiveProviderV2'];
export type ActiveProvidersQuery = QueryOf<'listActiveDataProvidersV2'>;

export type Recipient = Schemas['Recipient'];
export type RecipientDetails = Schemas['RecipientDetails'];
export type RecipientWithSecret = Schemas['RecipientWithSecret'];
export type RecipientSecret = Schemas['RecipientSecret'];
export type NewRecipient = Schemas['NewRecipient'];
export type RecipientUpdate = Schemas['RecipientUpdate'];

type RegistrationId = 'client_id' | 'provider_id';

/** A registration as Flinks lists it; anything beyond the ids may be missing or of a kind not known yet. */
export type Registration = Readonly<
	Record<'client_id', string> &
		Record<'provider_id', number | string> &
		Partial<
			Record<Exclude<keyof Schemas['Registration'], RegistrationId>, string | null | undefined>
		>
>;

export type Customer = Schemas['Customer'];
export type Page = Schemas['Page'];
export type PageLinks = Schemas['PageLinks'];

export type AccountsQuery = QueryOf<'listAccounts'>;
export type AccountsPage = Schemas['AccountsPage'];
export type AccountWrapper = Schemas['AccountWrapper'];
export type AccountSummary = Schemas['AccountSummary'];
export type AccountDetails = Schemas['AccountDetails'];
export type DepositAccount = Schemas['DepositAccount'];
export type LoanAccount = Schemas['LoanAccount'];
export type LocAccount = Schemas['LocAccount'];
export type InvestmentAccount = Schemas['InvestmentAccount'];
export type OtherAccount = Schemas['OtherAccount'];
export type Account = DepositAccount | LoanAccount | LocAccount | InvestmentAccount | OtherAccount;

export type TransactionsQuery = QueryOf<'listTransactions'>;
export type TransactionsPage = Schemas['TransactionsPage'];
export type TransactionWrapper = Schemas['TransactionWrapper'];
export type Transaction = Schemas['Transaction'];
export type InvestmentTransaction = Schemas['InvestmentTransaction'];

export type PaymentNetworksPage = Schemas['PaymentNetworksPage'];
export type PaymentNetwork = Schemas['PaymentNetwork'];
export type StatementsPage = Schemas['StatementsPage'];
export type Statement = Schemas['Statement'];

export type OAuthErrorBody = Schemas['OAuthError'];
export type PartnerErrorBody = Schemas['PartnerError'];
export type FdxErrorBody = Schemas['FdxError'];
export type AuthorizationErrorName = (typeof AUTHORIZATION_ERRORS)[number]['error'];
export type DataAccessCode = (typeof DATA_ACCESS_ERRORS)[number]['code'];
