import { createHash } from 'node:crypto';

import type { Failure } from '../failure';
import { createBoundedMap } from '../model/boundedMap';
import type { Environment } from './environment';

/** The ways to ask Flinks' token endpoint; its pages document JSON and leave the rest open. */
export const TOKEN_FORMATS = ['json', 'form', 'basic'] as const;

export type TokenFormat = (typeof TOKEN_FORMATS)[number];

/** What of the App credential matters here. */
interface Asking {
	readonly environment: Environment;
	readonly clientId: string;
	readonly format: TokenFormat | 'automatic';
}

/** As the credential names them. */
export const FORMAT_NAMES: Readonly<Record<TokenFormat, string>> = {
	json: 'JSON Body',
	form: 'Form Body',
	basic: 'Form With Basic Header',
};

/** More clients than one n8n has in use at once; the oldest entry makes room. */
const MOST = 200;

/** What the token endpoint was seen to understand, by host and client; lives as long as n8n runs. */
const understood = createBoundedMap<TokenFormat>(MOST);

/** The formats to try, in order: the chosen one, or with *Automatic* what worked before and then the others. */
export function formatsFor(app: Asking): readonly TokenFormat[] {
	if (app.format !== 'automatic') return [app.format];
	const known = understoodFormat(app);
	if (known === undefined) return TOKEN_FORMATS;
	return [known, ...TOKEN_FORMATS.filter((format) => format !== known)];
}

/** The one format that is known to be understood, if any: by choice or from an earlier answer. */
export function understoodFormat(app: Asking): TokenFormat | undefined {
	return app.format === 'automatic' ? understood.get(keyOf(app)) : app.format;
}

export function rememberFormat(app: Asking, format: TokenFormat): void {
	understood.set(keyOf(app), format);
}

/**
 * Whether a refusal blames how it was asked. A server that cannot read a body misses its fields (RFC
 * 6749 5.2: `invalid_request`, `unsupported_grant_type`), or says 415. A refused client ID or secret is
 * another matter: to send it again in other ways could lock the client out.
 */
export function refusesFormat({ status, code }: Failure): boolean {
	if (status === 415) return true;
	return status === 400 && (code === 'invalid_request' || code === 'unsupported_grant_type');
}

function keyOf({ environment, clientId }: Asking): string {
	const parts = JSON.stringify([environment.authorization, clientId]);
	return createHash('sha256').update(parts).digest('base64url');
}
