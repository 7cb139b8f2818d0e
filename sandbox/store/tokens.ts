import { randomUUID } from 'node:crypto';

import { CANARIES } from '../canaries';
import { signAccessToken } from './jwt';
import type { AccessToken, AuthorizationCode, Connection } from './types';

interface Issue {
	readonly kind: AccessToken['kind'];
	readonly clientId: string;
	readonly connection?: Connection;
	readonly now: number;
	readonly expiresIn: number;
}

/** Access tokens and authorization codes, good and spent. */
export class Tokens {
	private readonly tokens = new Map<string, AccessToken>();
	private readonly codes = new Map<string, AuthorizationCode>();

	issue({ kind, clientId, connection, now, expiresIn }: Issue): AccessToken {
		const expiresAt = now + expiresIn * 1000;
		const value = signAccessToken({
			client_id: clientId,
			sub: connection?.sub ?? clientId,
			exp: Math.floor(expiresAt / 1000),
			jti: randomUUID(),
		});
		const token: AccessToken = { value, kind, clientId, connection, expiresAt };
		this.tokens.set(value, token);
		return token;
	}

	get(value: string): AccessToken | undefined {
		return this.tokens.get(value);
	}

	all(): AccessToken[] {
		return [...this.tokens.values()];
	}

	expireAll(now: number): void {
		for (const token of this.tokens.values()) token.expiresAt = Math.min(token.expiresAt, now - 1);
	}

	issueCode(wanted: Omit<AuthorizationCode, 'value' | 'used' | 'connection'>): string {
		const value = `${CANARIES.code}${randomUUID()}`;
		this.codes.set(value, { ...wanted, value, used: false, connection: undefined });
		return value;
	}

	code(value: string): AuthorizationCode | undefined {
		return this.codes.get(value);
	}

	allCodes(): AuthorizationCode[] {
		return [...this.codes.values()];
	}

	clear(): void {
		this.tokens.clear();
		this.codes.clear();
	}
}
