import type { ApiRequest, Exchange } from '../wire';

/** Which token a request was sent with; every renewal counts one up. */
export type Generation = number;

export interface Sent {
	readonly exchange: Exchange;
	readonly generation: Generation;
}

/** How requests get their bearer. Knows where tokens come from; knows no endpoint. */
export interface Session {
	/** No trailing slash. */
	readonly apiBaseUrl: string;
	/**
	 * Makes a token ready before the first request, and again when the current one nears its expiry.
	 * 'proven' means that a token is there; 'unproven' that only sending will tell, so the first
	 * request should go alone.
	 * @throws FlinksFailure when no token can be had
	 */
	ready(): Promise<'proven' | 'unproven'>;
	/**
	 * Sends once with the current token. Every status resolves; nothing is thrown.
	 * @param msLeft what the request may still take, its repeats included
	 */
	send(request: ApiRequest, msLeft: number): Promise<Sent>;
	/**
	 * Replaces the token of `generation`, once for however many ask.
	 * Resolves false when there is nothing newer to be had, so repeating the request is pointless.
	 * @throws FlinksFailure when the renewal is refused
	 */
	renew(generation: Generation): Promise<boolean>;
	/** Everything secret that its requests carry or depend on. */
	secrets?(): readonly string[];
	/** Told after a repeat: whether the renewed token was accepted. */
	judge(generation: Generation, accepted: boolean): void;
}
