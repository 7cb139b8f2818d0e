import { randomUUID } from 'node:crypto';

import { CANARIES } from '../canaries';
import type { Connection, Consent } from './types';

export interface ConnectionFilter {
	readonly recipientId?: string | undefined;
	readonly providerId?: number | string | undefined;
	/** Sign-in name, `sub` or connection id. */
	readonly customer?: string | undefined;
}

/** Consents given, and the one refresh token that is good for each. */
export class Connections {
	private readonly byUser = new Map<string, Connection>();
	private readonly byRefreshToken = new Map<string, Connection>();
	/** Refresh tokens that rotation replaced, and whose they were. */
	private readonly replaced = new Map<string, Connection>();
	/** Every refresh token ever handed out, dead ones too. */
	readonly refreshTokens: string[] = [];

	all(): Connection[] {
		return [...this.byUser.values()];
	}

	/** A new authorization by the same user ends the older refresh token. */
	open(clientId: string, sub: string, consent: Consent, now: number): Connection {
		const user = `${clientId} ${sub}`;
		const older = this.byUser.get(user);
		if (older) this.byRefreshToken.delete(older.refreshToken);
		const connection: Connection = {
			...consent,
			id: older?.id ?? randomUUID(),
			clientId,
			sub,
			connectedAt: now,
			refreshToken: '',
			lastUsedAt: now,
			revoked: false,
		};
		this.byUser.set(user, connection);
		this.giveRefreshToken(connection);
		return connection;
	}

	/** Replaces the refresh token; the old one is worth nothing from now on. */
	rotate(connection: Connection): void {
		this.byRefreshToken.delete(connection.refreshToken);
		this.replaced.set(connection.refreshToken, connection);
		this.giveRefreshToken(connection);
	}

	private giveRefreshToken(connection: Connection): void {
		connection.refreshToken = `${CANARIES.refreshToken}${randomUUID()}`;
		this.refreshTokens.push(connection.refreshToken);
		this.byRefreshToken.set(connection.refreshToken, connection);
	}

	byToken(refreshToken: string): Connection | undefined {
		return this.byRefreshToken.get(refreshToken);
	}

	/** Whose refresh token this was before rotation replaced it. */
	byReplacedToken(refreshToken: string): Connection | undefined {
		return this.replaced.get(refreshToken);
	}

	revoke(connection: Connection): void {
		connection.revoked = true;
		this.byRefreshToken.delete(connection.refreshToken);
	}

	matching(filter: ConnectionFilter): Connection[] {
		return this.all().filter(
			(one) =>
				(filter.recipientId === undefined || one.clientId === filter.recipientId) &&
				(filter.providerId === undefined || one.providerId === Number(filter.providerId)) &&
				(filter.customer === undefined ||
					[one.customer, one.sub, one.id].includes(filter.customer)),
		);
	}

	clear(): void {
		this.byUser.clear();
		this.byRefreshToken.clear();
		this.replaced.clear();
		this.refreshTokens.length = 0;
	}
}
