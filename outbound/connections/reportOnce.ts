import { createHash } from 'node:crypto';

import type { SpentLinkStore } from './spentLinks';

const DAY_MS = 24 * 60 * 60_000;

/** Of this process, since n8n keeps what the store holds only after the request. */
const reported = new Map<string, number>();

/**
 * Whether a problem is news: the address of a trigger is public, so anybody could otherwise start the
 * workflow as often as they like. The same is told once a day.
 * @param what names the place and the problem
 */
export function reportOnce(store: SpentLinkStore, what: readonly string[], nowMs: number): boolean {
	const digest = createHash('sha256').update(JSON.stringify(what)).digest('base64url');
	const key = `problem ${digest.slice(0, 22)}`;
	const known = store.read();
	if (Math.max(known[key] ?? 0, reported.get(key) ?? 0) > nowMs) return false;
	for (const [old, untilMs] of reported) if (untilMs <= nowMs) reported.delete(old);
	reported.set(key, nowMs + DAY_MS);
	store.write({ ...known, [key]: nowMs + DAY_MS });
	return true;
}
