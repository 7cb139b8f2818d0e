/** The times in a token answer, as Flinks (`expires_in`, seconds) and n8n (`n8n_expires_at`) give them. */
export interface TokenTimes {
	readonly expires_in?: unknown;
	/** Epoch ms as text; n8n writes it since 2.33. */
	readonly n8n_expires_at?: unknown;
}

export interface Lifetime {
	/** Epoch ms; undefined where nobody knows. */
	readonly expiresAt: number | undefined;
	/** Seconds, as Flinks gives them in `expires_in`. */
	readonly expiresIn: number | undefined;
}

/** @param obtainedAtMs epoch ms, for a token that has just been fetched */
export function lifetimeOf(times: TokenTimes, obtainedAtMs?: number): Lifetime {
	const expiresIn = finite(times.expires_in);
	const written = finite(times.n8n_expires_at);
	const counted =
		obtainedAtMs === undefined || expiresIn === undefined
			? undefined
			: obtainedAtMs + expiresIn * 1000;
	return { expiresIn, expiresAt: written ?? counted };
}

function finite(value: unknown): number | undefined {
	const number = Number(value ?? NaN);
	return Number.isFinite(number) && number > 0 ? number : undefined;
}
