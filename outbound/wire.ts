/** The error-body dialects of Flinks: token/revoke/authorize, partner endpoints, FDX data access. */
export type Family = 'oauth' | 'partner' | 'fdx';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export type QueryValue = string | number | boolean | undefined;

/** One call as the endpoints describe it; `path` starts with `/` and is already percent-encoded. */
export interface ApiRequest {
	readonly method: Method;
	readonly family: Family;
	readonly path: string;
	readonly query?: Readonly<Record<string, QueryValue>>;
	readonly body?: object;
	readonly accept?: string;
	/** 'file' goes to n8n's binary data as a stream; the answer's body is then a `StoredFile`. */
	readonly expects: 'file' | 'json' | 'nothing';
	/** What a file is to be called, without its extension. */
	readonly fileName?: string;
	/** True for a POST that changes nothing when it is sent twice, such as asking for a token. */
	readonly safeToRepeat?: boolean;
	/** What the operator asked for, to finish "Flinks could not ...": e.g. "list the accounts". */
	readonly purpose: string;
}

/** Any HTTP answer, whatever its status. Header names are lower case. JSON bodies are parsed. */
export interface ApiResponse {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: unknown;
	/** True where n8n handed over the body alone, and Flinks lists no status for what it says. */
	readonly isStatusGuessed?: boolean;
}

/** No answer at all. `neverSent` is true only where the request provably did not reach Flinks. */
export interface NoAnswer {
	readonly code: string;
	readonly neverSent: boolean;
}

export type Exchange =
	| {
			readonly kind: 'answered';
			readonly response: ApiResponse;
			/** One of those in flight at once was refused before it for too many requests. */
			readonly isRefusedTogether?: boolean;
	  }
	| { readonly kind: 'unanswered'; readonly reason: NoAnswer };
