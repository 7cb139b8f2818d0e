import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import type { AppCredential } from '../../../outbound/auth/appCredential';
import { readAppCredential } from '../../../outbound/auth/appCredential';
import { FORMAT_NAMES, understoodFormat } from '../../../outbound/auth/tokenFormat';
import { checkKey } from '../../../outbound/connections/keys';
import { checkRedirectUri } from '../../../outbound/connections/redirectUri';
import { FlinksFailure } from '../../../outbound/failure';
import type { Runtime } from '../../../outbound/http/runtime';
import { createRuntime } from '../../../outbound/http/runtime';
import type { RequestSender } from '../../../outbound/auth/sender';
import type { ClientType } from './checkClient';
import { askForToken, checkApi, isOfType } from './checkClient';
import { senderOf } from './helperSender';
import { oneLine, sentence } from './oneLine';

const OTHER: Readonly<Record<ClientType, { type: ClientType; whose: string; label: string }>> = {
	partner: { type: 'recipient', whose: 'a data recipient', label: 'Data Recipient' },
	recipient: { type: 'partner', whose: 'a partner', label: 'Partner' },
};

/** Tests everything in the App credential that can be tested, and tells all that is wrong at once. */
export async function testAppCredential(
	this: ICredentialTestFunctions,
	{ data }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	try {
		const app = readAppCredential(data ?? {});
		const type: ClientType = data?.clientType === 'partner' ? 'partner' : 'recipient';
		const runtime = createRuntime({ maxTries: 2 });
		const atFlinks = await testAtFlinks(senderOf(this.helpers), app, type, runtime);
		const problems = type === 'recipient' ? connectionProblems(app) : [];
		const isFine = atFlinks.isFine && problems.length === 0;
		return { status: isFine ? 'OK' : 'Error', message: [atFlinks.message, ...problems].join(' ') };
	} catch (error) {
		if (error instanceof FlinksFailure) return { status: 'Error', message: oneLine(error.failure) };
		return { status: 'Error', message: 'The credential could not be tested. Check every field.' };
	}
}

async function testAtFlinks(
	sender: RequestSender,
	app: AppCredential,
	type: ClientType,
	runtime: Runtime,
): Promise<{ isFine: boolean; message: string }> {
	const token = await askForToken(sender, app, type, runtime);
	if (!('accessToken' in token)) {
		const other = OTHER[type];
		if (!(await isOfType(sender, app, other.type, token, runtime))) {
			return { isFine: false, message: oneLine(token) };
		}
		const message = `This client ID and secret are those of ${other.whose}. Set 'Client Type' to ${other.label}, or enter those of the ${OTHER[other.type].label.toLowerCase()}.`;
		return { isFine: false, message };
	}
	const format = FORMAT_NAMES[understoodFormat(app) ?? 'json'];
	const accepted = `Flinks accepts the client ID and secret, asked with '${format}'.`;
	const problem = await checkApi(sender, app, type, token, runtime);
	if (problem === undefined) return { isFine: true, message: accepted };
	return {
		isFine: false,
		message: `${accepted} But the API does not answer as it should. ${oneLine(problem)}`,
	};
}

/** Without these two no customer can be connected; both are checked here, without Flinks. */
function connectionProblems({ redirectUri, connectionKey }: AppCredential): string[] {
	const redirectProblem = checkRedirectUri(redirectUri);
	const keyProblem = checkKey(connectionKey);
	return [
		...(redirectProblem === undefined
			? []
			: [`The 'Redirect URI' cannot be used: ${redirectProblem}`]),
		...(keyProblem === undefined ? [] : [keyProblem]),
	].map(sentence);
}
