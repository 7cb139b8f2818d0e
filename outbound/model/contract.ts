// generated from contract/outbound.openapi.yaml by npm run contract

export interface paths {
	'/api/v1/authorize': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** Send a customer's browser to consent with one data provider */
		get: operations['authorizeWithDataProvider'];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/api/v1/token': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/** Get an access token for a partner, a recipient or a customer's connection */
		post: operations['getToken'];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/api/v1/providers': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** List the supported providers (partner token) or a recipient's active ones (its own token) */
		get: operations['listSupportedDataProviders'];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/api/v2/providers': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** List providers with the calling recipient's status at each */
		get: operations['listActiveDataProvidersV2'];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/api/v1/revoke': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post?: never;
		/** Revoke the connection that the bearer token belongs to */
		delete: operations['revokeConnection'];
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/api/v1/providers/{provider_id}': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** Get one supported provider with the fields it delivers */
		get: operations['getSupportedDataProvider'];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/api/v1/recipients': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** List all data recipients of the partner */
		get: operations['listDataRecipients'];
		put?: never;
		/** Create a data recipient */
		post: operations['createDataRecipient'];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/api/v1/recipients/{client_id}': {
		parameters: {
			query?: never;
			header?: never;
			path: {
				client_id: components['parameters']['RecipientInPath'];
			};
			cookie?: never;
		};
		/** Get one data recipient */
		get: operations['getDataRecipient'];
		/** Replace the whole list of a recipient's redirect URIs */
		put: operations['updateDataRecipient'];
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/api/v1/recipients/{client_id}/secret': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/** Replace a recipient's secret */
		post: operations['regenerateDataRecipientSecret'];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/api/v1/recipients/providers/requests/{recipient_ids}/{provider_ids}': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/** Ask Flinks to connect every named recipient with every named provider */
		post: operations['requestDataProviderRegistrations'];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/api/v1/recipients/providers/requests': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** List the registrations of all recipients */
		get: operations['listRegistrations'];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/api/v1/recipients/{client_id}/providers/requests': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** List the registrations of one recipient */
		get: operations['listRecipientRegistrations'];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/api/fdx/5/customers/current': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** Get the customer who gave consent */
		get: operations['getCurrentCustomer'];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/api/fdx/5/accounts': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** List the connection's accounts */
		get: operations['listAccounts'];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/api/fdx/5/accounts/{account_id}': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** Get one account in full */
		get: operations['getAccount'];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/api/fdx/5/accounts/{account_id}/transactions': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** List an account's transactions */
		get: operations['listTransactions'];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/api/fdx/5/accounts/{account_id}/payment-networks': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** List the payment networks an account takes part in */
		get: operations['listPaymentNetworks'];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/api/fdx/5/accounts/{accountId}/statements': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** List an account's statements */
		get: operations['listStatements'];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/api/fdx/5/accounts/{accountId}/statements/{statementId}': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** Download one statement */
		get: operations['downloadStatement'];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
}
export type webhooks = Record<string, never>;
export interface components {
	schemas: {
		/** @enum {string} */
		Scope:
			| 'ACCOUNT_BASIC'
			| 'ACCOUNT_DETAILED'
			| 'ACCOUNT_PAYMENTS'
			| 'INVESTMENTS'
			| 'TRANSACTIONS'
			| 'STATEMENTS'
			| 'CUSTOMER_CONTACT'
			| 'CUSTOMER_PERSONAL';
		/** @enum {string} */
		RegistrationStatus: 'PENDING_APPROVAL' | 'PENDING_ACTIVATION' | 'ACTIVE';
		/** @enum {string} */
		ProviderStatus: 'Activated' | 'Available' | 'PendingActivation' | 'Suspended';
		/** @description Error body of token, revoke and (as a query) the authorize redirect */
		OAuthError: {
			error: string;
			error_description?: string;
		};
		/** @description Error body of the partner endpoints */
		PartnerError: {
			message: string;
		};
		/** @description Error body of data access. The code is not the HTTP status */
		FdxError: {
			code: number | string;
			message?: string;
			debugMessage?: string;
		};
		TokenRequest:
			| components['schemas']['ClientCredentialsRequest']
			| components['schemas']['AuthorizationCodeRequest']
			| components['schemas']['RefreshTokenRequest'];
		ClientCredentialsRequest: {
			/** @constant */
			grant_type: 'client_credentials';
			scope?: string;
			client_id?: string;
			client_secret?: string;
		};
		AuthorizationCodeRequest: {
			/** @constant */
			grant_type: 'authorization_code';
			code: string;
			/** Format: uri */
			redirect_uri: string;
			client_id?: string;
			client_secret?: string;
		};
		RefreshTokenRequest: {
			/** @constant */
			grant_type: 'refresh_token';
			refresh_token: string;
			client_id?: string;
			client_secret?: string;
		};
		TokenAnswer: {
			access_token: string;
			token_type: string;
			expires_in: number;
			refresh_token?: string;
			scope?: string;
		};
		SupportedProvider: {
			provider_id: number;
			name: string;
			country?: string;
			scopes?: components['schemas']['Scope'][];
		};
		/** @description A provider the calling recipient is registered with (version 1) */
		ActiveProvider: {
			provider_id: number;
			name?: string;
			country?: string;
			scopes?: components['schemas']['Scope'][];
		};
		ActiveProviderV2: {
			provider_id: number;
			name: string;
			country?: string;
			scopes?: components['schemas']['Scope'][];
			status: components['schemas']['ProviderStatus'];
			connectorName?: string;
			availableAccountTypes?: components['schemas']['AvailableAccountTypes'];
		};
		/** @description The strings "true" and "false", not booleans */
		AvailableAccountTypes: {
			depositAccounts?: string;
			investmentAccounts?: string;
			loanAccounts?: string;
			locAccounts?: string;
		};
		ProviderDetails: {
			provider_id: number;
			name: string;
			country?: string;
			provider_url?: string;
			scopes?: components['schemas']['Scope'][];
			data_inventory?: components['schemas']['DataInventory'];
		};
		/** @description Dotted paths of the fields a provider delivers, by area */
		DataInventory: {
			account?: string[];
			customers?: string[];
			detailed_accounts?: string[];
			lightweight_accounts?: string[];
			payments?: string[];
			transactions?: string[];
		};
		/** @description A recipient as listed, without scope or redirect URIs */
		Recipient: {
			client_id: string;
			name: string;
			logo_uri?: string;
			description?: string;
			terms_uri?: string;
			client_uri?: string;
			country?: string;
			contacts?: components['schemas']['Contact'][];
		};
		Contact: {
			email?: string;
		};
		RecipientDetails: components['schemas']['Recipient'] & {
			scope: string;
			redirect_uris: string[];
		};
		RecipientWithSecret: components['schemas']['RecipientDetails'] & {
			client_secret: string;
		};
		RecipientSecret: {
			client_id: string;
			client_secret: string;
		};
		NewRecipient: {
			name: string;
			scope: components['schemas']['Scope'][] | string;
			redirect_uris: components['schemas']['RedirectUris'];
			logo_uri?: string;
			country?: string;
			description?: string;
			terms_uri?: string;
			client_uri?: string;
			contacts?: components['schemas']['Contact'][];
		};
		RecipientUpdate: {
			redirect_uris: components['schemas']['RedirectUris'];
		};
		/** @description A string as documented for the update; a list, as in answers, is accepted too */
		RedirectUris: string | string[];
		Registration: {
			client_id: string;
			client_name: string;
			provider_id: number;
			provider_name: string;
			country: string;
			registration_status: components['schemas']['RegistrationStatus'];
			/** Format: date-time */
			requested_on: string;
		};
		Page: {
			nextOffset?: string;
			totalElements?: number;
		};
		PageLinks: {
			next?: components['schemas']['Link'];
		};
		Link: {
			href?: string;
			action?: string;
			description?: string;
			rel?: string;
			types?: string[];
		};
		/** @description Pages of different age show different fields, so all but the id are optional */
		Customer: {
			customerId: string;
			name?: components['schemas']['CustomerName'];
			dateOfBirth?: string;
			email?: string[];
			emails?: string[];
			addresses?: components['schemas']['Address'][];
			telephones?: components['schemas']['Telephone'][];
			accounts?: components['schemas']['CustomerAccount'][];
		};
		CustomerName: {
			first?: string;
			middle?: string;
			last?: string;
			suffix?: string;
			prefix?: string;
			company?: string;
		};
		Address: {
			line1?: string;
			line2?: string;
			line3?: string;
			city?: string;
			region?: string;
			postalCode?: string;
			country?: string;
			type?: string;
		};
		Telephone: {
			type?: string;
			number?: string;
			country?: string;
		};
		CustomerAccount: {
			accountId?: string;
			links?: components['schemas']['Link'];
			relationship?: string;
		};
		AccountsPage: {
			page?: components['schemas']['Page'];
			links?: components['schemas']['PageLinks'];
			accounts: components['schemas']['AccountWrapper'][];
		};
		/** @description An object whose one key names the type of the account */
		AccountWrapper:
			| components['schemas']['DepositAccountWrapper']
			| components['schemas']['LoanAccountWrapper']
			| components['schemas']['LocAccountWrapper']
			| components['schemas']['InvestmentAccountWrapper']
			| components['schemas']['InsuranceAccountWrapper']
			| components['schemas']['AnnuityAccountWrapper']
			| components['schemas']['CommercialAccountWrapper'];
		DepositAccountWrapper: {
			depositAccount: components['schemas']['DepositAccount'];
		};
		LoanAccountWrapper: {
			loanAccount: components['schemas']['LoanAccount'];
		};
		LocAccountWrapper: {
			locAccount: components['schemas']['LocAccount'];
		};
		InvestmentAccountWrapper: {
			investmentAccount: components['schemas']['InvestmentAccount'];
		};
		InsuranceAccountWrapper: {
			insuranceAccount: components['schemas']['OtherAccount'];
		};
		AnnuityAccountWrapper: {
			annuityAccount: components['schemas']['OtherAccount'];
		};
		CommercialAccountWrapper: {
			commercialAccount: components['schemas']['OtherAccount'];
		};
		/** @description The fields of the lightweight form, whatever the type */
		AccountSummary: {
			accountId: string;
			/**
			 * @example DEPOSIT_ACCOUNT
			 * @example LOAN_ACCOUNT
			 * @example LOC_ACCOUNT
			 * @example INVESTMENT_ACCOUNT
			 */
			accountCategory?: string;
			/**
			 * @example CHECKING
			 * @example SAVINGS
			 * @example MORTGAGE
			 * @example CREDITCARD
			 * @example TAXFREESAVINGSACCOUNT
			 */
			accountType?: string;
			accountNumberDisplay?: string;
			productName?: string;
			nickname?: string;
			/**
			 * @example OPEN
			 * @example CLOSED
			 * @example DELINQUENT
			 * @example NEGATIVECURRENTBALANCE
			 * @example PAID
			 * @example PENDINGCLOSE
			 * @example PENDINGOPEN
			 * @example RESTRICTED
			 */
			status?: string;
			description?: string;
			currency?: components['schemas']['Currency'];
		};
		Currency: {
			currencyRate?: number;
			currencyCode?: string;
			originalCurrencyCode?: string;
		};
		/** @description What the details form adds; published for deposit accounts, assumed for others */
		AccountDetails: {
			accountNumber?: string;
			routingTransitNumber?: string;
			/**
			 * @example ASSET
			 * @example LIABILITY
			 */
			balanceType?: string;
			interestRate?: number;
			/**
			 * @example FIXED
			 * @example VARIABLE
			 */
			interestRateType?: string;
			transferIn?: boolean;
			transferOut?: boolean;
			/** Format: date */
			lastActivityDate?: string;
			transactionsIncluded?: boolean;
			/** Format: date-time */
			balanceAsOf?: string;
			transactions?: components['schemas']['Transaction'][];
		};
		DepositAccount: components['schemas']['AccountSummary'] &
			components['schemas']['AccountDetails'] & {
				currentBalance?: number;
				availableBalance?: number;
				annualPercentageYield?: number;
				interestYtd?: number;
			};
		LoanAccount: components['schemas']['AccountSummary'] &
			components['schemas']['AccountDetails'] & {
				principalBalance?: number;
				escrowBalance?: number;
				originalPrincipal?: number;
				originatingDate?: string;
				loanTerm?: number;
				nextPaymentAmount?: number;
				nextPaymentDate?: string;
				lastPaymentAmount?: number;
				lastPaymentDate?: string;
				maturityDate?: string;
				interestPaidYearToDate?: number;
			};
		LocAccount: components['schemas']['AccountSummary'] &
			components['schemas']['AccountDetails'] & {
				creditLine?: number;
				availableCredit?: number;
				nextPaymentAmount?: number;
				nextPaymentDate?: string;
				principalBalance?: number;
				currentBalance?: number;
				minimumPaymentAmount?: number;
				lastPaymentAmount?: number;
				lastPaymentDate?: string;
				pastDueAmount?: number;
				lastStmtBalance?: number;
				lastStmtDate?: string;
				purchasesApr?: number;
				advancesApr?: number;
			};
		InvestmentAccount: components['schemas']['AccountSummary'] &
			components['schemas']['AccountDetails'] & {
				availableCashBalance?: number;
				currentValue?: number;
				holdings?: components['schemas']['Holding'][];
			};
		Holding: {
			holdingId?: string;
			holdingName?: string;
			holdingType?: string;
			symbol?: string;
			units?: number;
			currentUnitPrice?: number;
			marketValue?: number;
		};
		/** @description An insurance, annuity or commercial account; Flinks shows none */
		OtherAccount: components['schemas']['AccountSummary'] &
			components['schemas']['AccountDetails'] & {
				currentBalance?: number;
				availableBalance?: number;
				currentValue?: number;
			};
		TransactionsPage: {
			page?: components['schemas']['Page'];
			links?: components['schemas']['PageLinks'];
			transactions: components['schemas']['TransactionWrapper'][];
		};
		/** @description An object whose one key names the type of the transaction */
		TransactionWrapper:
			| components['schemas']['DepositTransactionWrapper']
			| components['schemas']['LocTransactionWrapper']
			| components['schemas']['LoanTransactionWrapper']
			| components['schemas']['InvestmentTransactionWrapper'];
		DepositTransactionWrapper: {
			depositTransaction: components['schemas']['Transaction'];
		};
		LocTransactionWrapper: {
			locTransaction: components['schemas']['Transaction'];
		};
		LoanTransactionWrapper: {
			loanTransaction: components['schemas']['Transaction'];
		};
		InvestmentTransactionWrapper: {
			investmentTransaction: components['schemas']['InvestmentTransaction'];
		};
		Transaction: {
			accountId?: string;
			transactionId: string;
			referenceTransactionId?: string;
			/** Format: date-time */
			postedTimestamp?: string;
			/** Format: date-time */
			transactionTimestamp?: string;
			description?: string;
			/**
			 * @example CREDIT
			 * @example DEBIT
			 * @example MEMO
			 */
			debitCreditMemo?: string;
			amount?: number;
			/**
			 * @example POSTED
			 * @example PENDING
			 * @example MEMO
			 * @example AUTHORIZATION
			 */
			status?: string;
			transactionType?: string;
			payee?: string;
			category?: string;
			subCategory?: string;
			checkNumber?: number | string;
			foreignAmount?: number;
			foreignCurrency?: string;
		};
		InvestmentTransaction: components['schemas']['Transaction'] & {
			symbol?: string;
			units?: number;
			unitPrice?: number;
		};
		PaymentNetworksPage: {
			page?: components['schemas']['Page'];
			links?: components['schemas']['PageLinks'];
			paymentNetworks: components['schemas']['PaymentNetwork'][];
		};
		PaymentNetwork: {
			bankId?: string;
			identifier?: string;
			/** @example ACCOUNT_NUMBER */
			identifierType?: string;
			/**
			 * @example US_ACH
			 * @example US_FEDWIRE
			 * @example US_CHIPS
			 * @example US_RTP
			 * @example CA_ACSS
			 * @example CA_LVTS
			 */
			type?: string;
			transferIn?: boolean;
			transferOut?: boolean;
		};
		StatementsPage: {
			page?: components['schemas']['Page'];
			links?: components['schemas']['PageLinks'];
			statements: components['schemas']['Statement'][];
		};
		Statement: {
			accountId?: string;
			statementId: string;
			statementDate?: string;
			description?: string;
			links?: components['schemas']['Link'][];
			/**
			 * @example AVAILABLE
			 * @example PROCESSING
			 * @example FAILED
			 */
			status?: string;
		};
	};
	responses: {
		/** @description Refused, with a published authorization error */
		OAuthRefusal: {
			headers: {
				[name: string]: unknown;
			};
			content: {
				'application/json': components['schemas']['OAuthError'];
			};
		};
		/** @description The tokens that Flinks keeps for this customer have expired */
		OAuthConnectionExpired: {
			headers: {
				[name: string]: unknown;
			};
			content: {
				'application/json': components['schemas']['OAuthError'];
			};
		};
		/** @description Refused with a status that Flinks does not document */
		OAuthUnexpectedRefusal: {
			headers: {
				'Retry-After': components['headers']['RetryAfter'];
				[name: string]: unknown;
			};
			content: {
				'application/json': components['schemas']['OAuthError'];
			};
		};
		/** @description server_error or temporarily_unavailable */
		OAuthTrouble: {
			headers: {
				'Retry-After': components['headers']['RetryAfter'];
				[name: string]: unknown;
			};
			content: {
				'application/json': components['schemas']['OAuthError'];
			};
		};
		/** @description Invalid parameters (400), or an expired or invalid token (401, or 400) */
		PartnerRefusal: {
			headers: {
				[name: string]: unknown;
			};
			content: {
				'application/json': components['schemas']['PartnerError'];
			};
		};
		/** @description Server error */
		PartnerServerError: {
			headers: {
				[name: string]: unknown;
			};
			content: {
				'application/json': components['schemas']['PartnerError'];
			};
		};
		/** @description Refused with a status that Flinks does not document */
		PartnerUnexpectedRefusal: {
			headers: {
				'Retry-After': components['headers']['RetryAfter'];
				[name: string]: unknown;
			};
			content: {
				'application/json': components['schemas']['PartnerError'];
			};
		};
		/** @description Server error */
		PartnerTrouble: {
			headers: {
				'Retry-After': components['headers']['RetryAfter'];
				[name: string]: unknown;
			};
			content: {
				'application/json': components['schemas']['PartnerError'];
			};
		};
		/** @description Refused, with a published data access error */
		FdxRefusal: {
			headers: {
				'ob-correlation-id': components['headers']['CorrelationId'];
				'ob-trace-id': components['headers']['TraceId'];
				'Retry-After': components['headers']['RetryAfter'];
				[name: string]: unknown;
			};
			content: {
				'application/json': components['schemas']['FdxError'];
			};
		};
		/** @description Server error or maintenance */
		FdxTrouble: {
			headers: {
				'ob-correlation-id': components['headers']['CorrelationId'];
				'ob-trace-id': components['headers']['TraceId'];
				'Retry-After': components['headers']['RetryAfter'];
				[name: string]: unknown;
			};
			content: {
				'application/json': components['schemas']['FdxError'];
			};
		};
		/** @description Requested; what the body holds, if anything, is not documented */
		RegistrationsRequested: {
			headers: {
				[name: string]: unknown;
			};
			content: {
				'application/json': components['schemas']['Registration'][];
			};
		};
		/** @description Registrations */
		Registrations: {
			headers: {
				[name: string]: unknown;
			};
			content: {
				'application/json': components['schemas']['Registration'][];
			};
		};
	};
	parameters: {
		RecipientInPath: string;
		AccountInPath: string;
		StatementAccountInPath: string;
		CountryOfActiveProviders: 'CA' | 'US' | 'CA,US';
		Offset: string;
		Limit: number;
		StartTime: string;
		EndTime: string;
	};
	requestBodies: never;
	headers: {
		/** @description Quote it to Flinks support */
		CorrelationId: string;
		/** @description Quote it to Flinks support */
		TraceId: string;
		/** @description Seconds, or an HTTP date */
		RetryAfter: string;
	};
	pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
	authorizeWithDataProvider: {
		parameters: {
			query: {
				client_id: string;
				redirect_uri: string;
				state: string;
				response_type: 'code';
				scope: string;
				provider_id: string;
				correlation_id?: string;
				lang?: 'en' | 'fr';
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The consent page */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'text/html': string;
				};
			};
			/** @description Back to redirect_uri with code and state, or with error, error_description and state */
			302: {
				headers: {
					Location: string;
					[name: string]: unknown;
				};
				content: {
					'application/json': Record<string, unknown>;
				};
			};
			/** @description Unknown client_id or redirect_uri, shown to the customer instead of redirecting */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'text/html': string;
				};
			};
		};
	};
	getToken: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				'application/json': components['schemas']['TokenRequest'];
				'application/x-www-form-urlencoded': components['schemas']['TokenRequest'];
			};
		};
		responses: {
			/** @description A token */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': components['schemas']['TokenAnswer'];
				};
			};
			400: components['responses']['OAuthRefusal'];
			401: components['responses']['OAuthConnectionExpired'];
			403: components['responses']['OAuthConnectionExpired'];
			415: components['responses']['OAuthUnexpectedRefusal'];
			429: components['responses']['OAuthUnexpectedRefusal'];
			500: components['responses']['OAuthTrouble'];
			503: components['responses']['OAuthTrouble'];
		};
	};
	listSupportedDataProviders: {
		parameters: {
			query?: {
				country?: components['parameters']['CountryOfActiveProviders'];
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description Supported or active providers */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json':
						| components['schemas']['SupportedProvider'][]
						| components['schemas']['ActiveProvider'][];
				};
			};
			400: components['responses']['PartnerRefusal'];
			401: components['responses']['PartnerRefusal'];
			'4XX': components['responses']['PartnerUnexpectedRefusal'];
			'5XX': components['responses']['PartnerTrouble'];
		};
	};
	listActiveDataProvidersV2: {
		parameters: {
			query?: {
				country?: 'CA' | 'US' | 'CA,US';
				isEnabledForClient?: 'TRUE' | 'FALSE' | 'true' | 'false' | '';
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description Providers */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': components['schemas']['ActiveProviderV2'][];
				};
			};
			400: components['responses']['PartnerRefusal'];
			401: components['responses']['PartnerRefusal'];
			'4XX': components['responses']['PartnerUnexpectedRefusal'];
			'5XX': components['responses']['PartnerTrouble'];
		};
	};
	revokeConnection: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description Revoked */
			204: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			400: components['responses']['OAuthRefusal'];
			'4XX': components['responses']['OAuthUnexpectedRefusal'];
			'5XX': components['responses']['OAuthTrouble'];
		};
	};
	getSupportedDataProvider: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				provider_id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The provider */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': components['schemas']['ProviderDetails'];
				};
			};
			400: components['responses']['PartnerRefusal'];
			401: components['responses']['PartnerRefusal'];
			'4XX': components['responses']['PartnerUnexpectedRefusal'];
			'5XX': components['responses']['PartnerTrouble'];
		};
	};
	listDataRecipients: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description Recipients */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': components['schemas']['Recipient'][];
				};
			};
			400: components['responses']['PartnerRefusal'];
			401: components['responses']['PartnerRefusal'];
			'4XX': components['responses']['PartnerUnexpectedRefusal'];
			'5XX': components['responses']['PartnerTrouble'];
		};
	};
	createDataRecipient: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				'application/json': components['schemas']['NewRecipient'];
			};
		};
		responses: {
			/** @description The new recipient with its secret */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': components['schemas']['RecipientWithSecret'];
				};
			};
			/** @description The new recipient with its secret */
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': components['schemas']['RecipientWithSecret'];
				};
			};
			400: components['responses']['PartnerRefusal'];
			401: components['responses']['PartnerRefusal'];
			'4XX': components['responses']['PartnerUnexpectedRefusal'];
			'5XX': components['responses']['PartnerTrouble'];
		};
	};
	getDataRecipient: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				client_id: components['parameters']['RecipientInPath'];
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The recipient, without its secret */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': components['schemas']['RecipientDetails'];
				};
			};
			400: components['responses']['PartnerRefusal'];
			401: components['responses']['PartnerRefusal'];
			'4XX': components['responses']['PartnerUnexpectedRefusal'];
			'5XX': components['responses']['PartnerTrouble'];
		};
	};
	updateDataRecipient: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				client_id: components['parameters']['RecipientInPath'];
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				'application/json': components['schemas']['RecipientUpdate'];
			};
		};
		responses: {
			/** @description The recipient, without its secret */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': components['schemas']['RecipientDetails'];
				};
			};
			400: components['responses']['PartnerRefusal'];
			401: components['responses']['PartnerRefusal'];
			'4XX': components['responses']['PartnerUnexpectedRefusal'];
			'5XX': components['responses']['PartnerTrouble'];
		};
	};
	regenerateDataRecipientSecret: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				client_id: components['parameters']['RecipientInPath'];
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The new secret */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': components['schemas']['RecipientSecret'];
				};
			};
			400: components['responses']['PartnerRefusal'];
			401: components['responses']['PartnerRefusal'];
			'4XX': components['responses']['PartnerUnexpectedRefusal'];
			'5XX': components['responses']['PartnerTrouble'];
		};
	};
	requestDataProviderRegistrations: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				recipient_ids: string[];
				provider_ids: string[];
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: components['responses']['RegistrationsRequested'];
			201: components['responses']['RegistrationsRequested'];
			202: components['responses']['RegistrationsRequested'];
			/** @description Requested */
			204: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			400: components['responses']['PartnerRefusal'];
			401: components['responses']['PartnerRefusal'];
			500: components['responses']['PartnerServerError'];
			'4XX': components['responses']['PartnerUnexpectedRefusal'];
			'5XX': components['responses']['PartnerTrouble'];
		};
	};
	listRegistrations: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: components['responses']['Registrations'];
			400: components['responses']['PartnerRefusal'];
			401: components['responses']['PartnerRefusal'];
			'4XX': components['responses']['PartnerUnexpectedRefusal'];
			'5XX': components['responses']['PartnerTrouble'];
		};
	};
	listRecipientRegistrations: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				client_id: components['parameters']['RecipientInPath'];
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: components['responses']['Registrations'];
			400: components['responses']['PartnerRefusal'];
			401: components['responses']['PartnerRefusal'];
			'4XX': components['responses']['PartnerUnexpectedRefusal'];
			'5XX': components['responses']['PartnerTrouble'];
		};
	};
	getCurrentCustomer: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description One customer */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': components['schemas']['Customer'];
				};
			};
			'4XX': components['responses']['FdxRefusal'];
			'5XX': components['responses']['FdxTrouble'];
		};
	};
	listAccounts: {
		parameters: {
			query?: {
				accountIds?: string;
				resultType?: 'lightweight' | 'details';
				offset?: components['parameters']['Offset'];
				limit?: number;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description A page of accounts */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': components['schemas']['AccountsPage'];
				};
			};
			'4XX': components['responses']['FdxRefusal'];
			'5XX': components['responses']['FdxTrouble'];
		};
	};
	getAccount: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				account_id: components['parameters']['AccountInPath'];
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description One account in its wrapper, without page or links */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': components['schemas']['AccountWrapper'];
				};
			};
			'4XX': components['responses']['FdxRefusal'];
			'5XX': components['responses']['FdxTrouble'];
		};
	};
	listTransactions: {
		parameters: {
			query?: {
				startTime?: components['parameters']['StartTime'];
				endTime?: components['parameters']['EndTime'];
				limit?: components['parameters']['Limit'];
				offset?: components['parameters']['Offset'];
			};
			header?: never;
			path: {
				account_id: components['parameters']['AccountInPath'];
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description A page of transactions */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': components['schemas']['TransactionsPage'];
				};
			};
			'4XX': components['responses']['FdxRefusal'];
			'5XX': components['responses']['FdxTrouble'];
		};
	};
	listPaymentNetworks: {
		parameters: {
			query?: {
				limit?: components['parameters']['Limit'];
				offset?: components['parameters']['Offset'];
			};
			header?: never;
			path: {
				account_id: components['parameters']['AccountInPath'];
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description A page of payment networks */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': components['schemas']['PaymentNetworksPage'];
				};
			};
			405: components['responses']['FdxRefusal'];
			'4XX': components['responses']['FdxRefusal'];
			'5XX': components['responses']['FdxTrouble'];
		};
	};
	listStatements: {
		parameters: {
			query?: {
				startTime?: components['parameters']['StartTime'];
				endTime?: components['parameters']['EndTime'];
				limit?: components['parameters']['Limit'];
				offset?: components['parameters']['Offset'];
			};
			header?: never;
			path: {
				accountId: components['parameters']['StatementAccountInPath'];
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description A page of statements */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': components['schemas']['StatementsPage'];
				};
			};
			'4XX': components['responses']['FdxRefusal'];
			'5XX': components['responses']['FdxTrouble'];
		};
	};
	downloadStatement: {
		parameters: {
			query?: never;
			header?: {
				accept?: string;
			};
			path: {
				accountId: components['parameters']['StatementAccountInPath'];
				statementId: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The file */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/pdf': string;
					'image/gif': string;
					'image/jpeg': string;
					'image/tiff': string;
					'image/png': string;
				};
			};
			/** @description The file is at Location */
			302: {
				headers: {
					Location: string;
					[name: string]: unknown;
				};
				content: {
					'application/json': Record<string, unknown>;
				};
			};
			400: components['responses']['FdxRefusal'];
			406: components['responses']['FdxRefusal'];
			413: components['responses']['FdxRefusal'];
			'4XX': components['responses']['FdxRefusal'];
			'5XX': components['responses']['FdxTrouble'];
		};
	};
}
