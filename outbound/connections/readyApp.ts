import type { AppCredential } from '../auth/appCredential';
import type { Outcome } from '../outcome';
import { failed } from '../outcome';
import { checkKey } from './keys';
import { checkRedirectUri } from './redirectUri';

/** Found before a link goes out or a code is spent: without these two no connection could be kept. */
export function readyToConnect(app: Outcome<AppCredential>): Outcome<AppCredential> {
	if (app.kind === 'failed') return app;
	const redirectProblem = checkRedirectUri(app.value.redirectUri);
	if (redirectProblem !== undefined) return unusable('Redirect URI', redirectProblem);
	return readyToSeal(app);
}

/** Found before anything is fetched: a renewed connection that cannot be sealed would be lost. */
export function readyToSeal(app: Outcome<AppCredential>): Outcome<AppCredential> {
	if (app.kind === 'failed') return app;
	const keyProblem = checkKey(app.value.connectionKey);
	return keyProblem === undefined ? app : unusable('Connection Key', keyProblem);
}

function unusable(field: string, problem: string): Outcome<never> {
	return failed({
		kind: 'credential-refused',
		title: `The '${field}' of the Flinks credential cannot be used`,
		remedy: `Open the credential and correct it: ${problem} Nothing was sent.`,
	});
}
