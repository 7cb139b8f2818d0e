import { readAppCredential, type AppCredential } from '../../../outbound/auth/appCredential';
import type { Connection } from '../../../outbound/connections/connection';
import { createState, type StateContent } from '../../../outbound/connections/state';
import { newKey } from '../../support/sealing';

export const NOW = 1_800_000_000_000;

let apps = 0;

/** A recipient's credential of its own: what is remembered of one does not reach another test. */
export function recipientApp(changes: Record<string, string> = {}): AppCredential {
	apps += 1;
	return readAppCredential({
		environment: 'custom',
		apiBaseUrl: 'https://api.flinks.example',
		authorizationBaseUrl: 'https://auth.flinks.example',
		clientId: `dc-${apps}`,
		clientSecret: 'a-secret',
		requestFormat: 'json',
		redirectUri: 'https://n8n.example/webhook/return',
		connectionKey: newKey(),
		...changes,
	});
}

export const content = (changes: Partial<StateContent> = {}): StateContent => ({
	reference: 'customer-1042',
	requestedProviderId: '1000',
	requestedScope: 'ACCOUNT_BASIC TRANSACTIONS',
	nonce: 'a-nonce-of-22-letters-',
	issuedAtMs: NOW - 1000,
	expiresAtMs: NOW + 60_000,
	language: 'fr',
	...changes,
});

export const stateOf = (app: AppCredential, changes: Partial<StateContent> = {}): string =>
	createState(content(changes), app);

export const connectionOf = (changes: Partial<Connection> = {}): Connection => ({
	connectionId: 'connection-1',
	requestedProviderId: '1000',
	refreshToken: 'refresh-1',
	accessToken: 'access-1',
	accessTokenExpiresAt: Date.now() + 3_600_000,
	connectedAt: '2026-11-20T12:00:00.000Z',
	reference: 'customer-1042',
	...changes,
});
