import { FlinksFailure } from '../failure';
import type { Failure } from '../failure';
import type { AppCredential } from './appCredential';
import { otherPublishedHost } from './environment';
import type { TokenFormat } from './tokenFormat';
import { FORMAT_NAMES, TOKEN_FORMATS } from './tokenFormat';

/** For a refusal that may be about the format of the request: says which setting to try. */
export function withFormatHint(
	{ failure }: FlinksFailure,
	{ format }: AppCredential,
	tried: readonly TokenFormat[],
): FlinksFailure {
	// In the one format that Flinks is known to understand, the refusal is about something else.
	if (format === 'automatic' && tried.length === 1) return new FlinksFailure(failure);
	const remedy =
		format === 'automatic'
			? 'Flinks was asked as JSON, as a form, and as a form with Basic header, and refused each. Check the client ID, the client secret and the authorization address in the credential.'
			: `Open the credential and set 'Token Request Format' to 'Automatic', ${otherNames(format)}.`;
	return new FlinksFailure({ ...failure, remedy });
}

function otherNames(format: string): string {
	return TOKEN_FORMATS.filter((other) => other !== format)
		.map((other) => `'${FORMAT_NAMES[other]}'`)
		.join(' or ');
}

/** For an address where no Flinks Outbound answers: names the other one that Flinks' pages give. */
export function withHostHint(
	{ failure }: FlinksFailure,
	host: string,
	label: 'API Base URL' | 'Authorization Base URL',
): FlinksFailure {
	const other = otherPublishedHost(host);
	if (other === undefined || !refusesHost(failure)) return new FlinksFailure(failure);
	const hint = `Flinks' pages also name ${other}: choose the Environment 'Custom' and try it as ${label}.`;
	const remedy = failure.remedy.endsWith('.') ? failure.remedy : `${failure.remedy}.`;
	return new FlinksFailure({ ...failure, remedy: `${remedy} ${hint}` });
}

/** Nobody there, or something there that is not Flinks Outbound. */
function refusesHost({ kind, status, code }: Failure): boolean {
	if (kind === 'unreachable' || kind === 'unexpected-answer') return true;
	const isRedirect = status !== undefined && status >= 300 && status < 400;
	return isRedirect || ((status === 404 || status === 405) && code === undefined);
}
