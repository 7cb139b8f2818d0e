/** An answer of the token endpoint. Secret: never put into an item, an error or a log. */
export interface Token {
	readonly accessToken: string;
	/** Epoch ms. */
	readonly expiresAt: number | undefined;
	/** Seconds. */
	readonly expiresIn: number | undefined;
	/** Only where Flinks sent one: a refresh leaves the old one valid (token page). */
	readonly refreshToken: string | undefined;
	readonly scope: string | undefined;
}

/** What a session needs of a token to use it and to know when it ends. */
export type KnownToken = Pick<Token, 'accessToken' | 'expiresAt' | 'expiresIn'>;
