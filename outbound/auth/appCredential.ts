import { FlinksFailure } from '../failure';
import type { Runtime } from '../http/runtime';
import type { Environment, EnvironmentSettings } from './environment';
import { environmentOf } from './environment';
import { keepPace, paceIn } from './keepPace';
import type { TokenFormat } from './tokenFormat';
import { TOKEN_FORMATS } from './tokenFormat';

/** The App credential, read once per run. Secret: never put into an item, an error or a log. */
export interface AppCredential {
	readonly environment: Environment;
	readonly clientId: string;
	readonly clientSecret: string;
	readonly format: TokenFormat | 'automatic';
	readonly redirectUri: string;
	readonly connectionKey: string;
	readonly previousConnectionKey: string;
	/** Undefined for no limit. */
	readonly requestsPerSecond?: number | undefined;
}

/** @throws FlinksFailure when the ID or the secret is missing, or the address is not safe */
export function readAppCredential(
	data: EnvironmentSettings & Readonly<Record<string, unknown>>,
): AppCredential {
	const credential = {
		environment: environmentOf(data),
		clientId: text(data.clientId),
		clientSecret: text(data.clientSecret),
		format: formatOf(data.requestFormat),
		redirectUri: text(data.redirectUri),
		connectionKey: text(data.connectionKey),
		previousConnectionKey: text(data.previousConnectionKey),
		requestsPerSecond: paceIn(data.requestsPerSecond),
	};
	if (credential.clientId === '') throw missing('Client ID');
	if (credential.clientSecret === '') throw missing('Client Secret');
	return credential;
}

/** Its requests count together with those of every run that has the same client. */
export function keepPaceOf(app: AppCredential, runtime: Runtime): void {
	const { environment, clientId, requestsPerSecond: perSecond } = app;
	keepPace(runtime, { api: environment.api, clientId, perSecond });
}

/** What must not be seen in any message. */
export function appSecrets(app: AppCredential): string[] {
	return [app.clientSecret, app.connectionKey, app.previousConnectionKey];
}

function formatOf(value: unknown): AppCredential['format'] {
	return TOKEN_FORMATS.find((format) => format === value) ?? 'automatic';
}

function text(value: unknown): string {
	return typeof value === 'string' ? value.trim() : '';
}

function missing(label: string): FlinksFailure {
	return new FlinksFailure({
		kind: 'credential-refused',
		title: `The Flinks credential has no ${label}`,
		remedy: `Open the credential and enter '${label}'. Nothing was sent.`,
	});
}
