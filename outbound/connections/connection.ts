import type { Language } from '../model/types';
import { parseJson } from './json';

/** One customer's consent at one provider, with the tokens that use it. Secret: never put into an item. */
export interface Connection {
	/** Random; stays the same when tokens change, so that a table can be keyed by it. */
	readonly connectionId: string;
	/** The bank the link asked for. Flinks names none in its answers, so it is not proven. */
	readonly requestedProviderId: string;
	readonly refreshToken: string;
	readonly accessToken?: string;
	/** Milliseconds since 1970. */
	readonly accessTokenExpiresAt?: number;
	/** Space separated, as Flinks gives it. */
	readonly scope?: string;
	/** Space separated, as the link asked for it. */
	readonly requestedScope?: string;
	/** How often Flinks has replaced the refresh token: of two texts of one connection the higher is newer. */
	readonly rotations?: number;
	/** The operator's own name for the customer. */
	readonly reference?: string;
	/** ISO 8601. */
	readonly connectedAt: string;
	readonly language?: Language;
}

const FIELDS: ReadonlyArray<
	readonly [keyof Connection, 'string' | 'number', 'needed' | 'optional']
> = [
	['connectionId', 'string', 'needed'],
	['requestedProviderId', 'string', 'needed'],
	['refreshToken', 'string', 'needed'],
	['connectedAt', 'string', 'needed'],
	['accessToken', 'string', 'optional'],
	['accessTokenExpiresAt', 'number', 'optional'],
	['scope', 'string', 'optional'],
	['requestedScope', 'string', 'optional'],
	['rotations', 'number', 'optional'],
	['reference', 'string', 'optional'],
];

/** As JSON; a number that JSON cannot hold (an expiry that was never given) is left out. */
export function stringifyConnection(connection: Connection): string {
	return JSON.stringify(connection, (_, value: unknown) =>
		typeof value === 'number' && !Number.isFinite(value) ? undefined : value,
	);
}

/** The connection a JSON text holds; `undefined` where it holds anything else. */
export function parseConnection(text: string): Connection | undefined {
	const value = parseJson(text);
	return isConnection(value) ? value : undefined;
}

function isConnection(value: unknown): value is Connection {
	if (typeof value !== 'object' || value === null) return false;
	const entries = new Map<string, unknown>(Object.entries(value));
	const language = entries.get('language');
	if (language !== undefined && language !== 'en' && language !== 'fr') return false;
	return FIELDS.every(([name, type, need]) => {
		const field = entries.get(name);
		return typeof field === type || (field === undefined && need === 'optional');
	});
}
