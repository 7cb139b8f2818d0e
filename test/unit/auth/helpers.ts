import type { IHttpRequestOptions } from 'n8n-workflow';

import type { AppCredential } from '../../../outbound/auth/appCredential';
import { readAppCredential } from '../../../outbound/auth/appCredential';
import type { NodeContext } from '../../../outbound/auth/nodeContext';

export type Answered = { statusCode: number; headers: object; body: unknown };

/** What n8n's request helper does with one request: answers it, or throws. */
export type Answer = Answered | Error;

export const says = (statusCode: number, body: unknown, headers: object = {}): Answered => ({
	statusCode,
	headers,
	body,
});

export const tokenAnswer = (accessToken: string, more: object = {}): Answered =>
	says(200, { access_token: accessToken, token_type: 'Bearer', expires_in: 299, ...more });

/** A node context of which only the plain request helper is used; the script's last answer repeats. */
export function contextWith(script: readonly Answer[]) {
	const sent: IHttpRequestOptions[] = [];
	const httpRequest = async (options: IHttpRequestOptions): Promise<unknown> => {
		sent.push(options);
		const answer = script[Math.min(sent.length, script.length) - 1];
		if (answer instanceof Error) throw answer;
		return await Promise.resolve(answer);
	};
	return { sent, context: { helpers: { httpRequest } } as unknown as NodeContext };
}

let apps = 0;

/** A credential of its own for each test, since tokens are remembered by credential. */
export function newApp(changes: Record<string, string> = {}): AppCredential {
	apps += 1;
	return readAppCredential({
		environment: 'custom',
		apiBaseUrl: 'https://api.flinks.example',
		authorizationBaseUrl: 'https://auth.flinks.example/',
		clientId: `client-${apps}`,
		clientSecret: 'se cret+&',
		requestFormat: 'json',
		...changes,
	});
}
