/** Marks in everything secret, so that a test can search any output for a leak. */
export const CANARIES = {
	clientSecret: 'canary-secret-',
	refreshToken: 'canary-refresh-',
	code: 'canary-code-',
	/** The first characters of every access token: its header, `kid` and all. */
	accessToken: Buffer.from('{"kid":"canary","alg":"HS256","typ":"JWT"}').toString('base64url'),
	/** The first digits of every full account number. */
	accountNumber: '990077',
} as const;
