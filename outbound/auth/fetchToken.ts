import { FlinksFailure } from '../failure';
import type { Runtime } from '../http/runtime';
import { keepPaceOf, type AppCredential } from './appCredential';
import { askForToken } from './askForToken';
import { asFailure, noToken } from './lostConnection';
import type { RequestSender } from './sender';
import type { Token } from './token';
import type { TokenFormat } from './tokenFormat';
import { formatsFor, refusesFormat, rememberFormat, understoodFormat } from './tokenFormat';
import { withFormatHint, withHostHint } from './tokenHints';
import type { Grant } from './tokenRequest';

/**
 * Asks Flinks' token endpoint in the format the credential says, or with *Automatic* in the first of
 * the three that is understood. An authorization code is never used to find that out.
 * @throws FlinksFailure; one that looks like the wrong format or address says what to try
 */
export async function fetchToken(
	context: RequestSender,
	app: AppCredential,
	grant: Grant,
	runtime: Runtime,
): Promise<Token> {
	keepPaceOf(app, runtime);
	const isCode = grant.grant_type === 'authorization_code';
	const formats = isCode ? [await formatForCode(context, app, runtime)] : formatsFor(app);
	let refusal: FlinksFailure | undefined;
	for (const format of formats) {
		try {
			const token = await askForToken(context, app, grant, runtime, format);
			rememberFormat(app, format);
			return token;
		} catch (error) {
			const failed = asFailure(error);
			if (!refusesFormat(failed.failure)) throw understood(failed, app, format);
			refusal ??= failed;
		}
	}
	throw withFormatHint(refusal ?? noToken(), app, formats);
}

/** A refusal that is not about the format, such as a wrong secret, shows that the format is right. */
function understood(failed: FlinksFailure, app: AppCredential, format: TokenFormat): FlinksFailure {
	const { code, kind } = failed.failure;
	if (code !== undefined && kind !== 'temporarily-unavailable') rememberFormat(app, format);
	return withHostHint(failed, app.environment.authorization, 'Authorization Base URL');
}

/** Costs one token request where none was made since n8n started; the code stays unspent. */
async function formatForCode(
	context: RequestSender,
	app: AppCredential,
	runtime: Runtime,
): Promise<TokenFormat> {
	const known = understoodFormat(app);
	if (known !== undefined) return known;
	const [asked] = await Promise.allSettled([
		fetchToken(context, app, { grant_type: 'client_credentials' }, runtime),
	]);
	const learnt = understoodFormat(app);
	if (learnt !== undefined) return learnt;
	const { failure } = asked.status === 'rejected' ? asFailure(asked.reason) : noToken();
	throw new FlinksFailure({ ...failure, ambiguous: false });
}
