import { setTimeout as wait } from 'node:timers/promises';

import type { FastifyInstance } from 'fastify';

import type { World } from '../world';
import { familyOf } from '../families';
import { Refusal, refusalIn } from './refusals';

/** What happens to an API request before its route: latency, length limits, throttling. */
export function addGuards(app: FastifyInstance, world: World): void {
	const throttled = createThrottle(world);
	app.addHook('onRequest', async (request) => {
		const family = familyOf(request.url);
		if (family === 'own') return;
		if (world.settings.latencyMs > 0) await wait(world.settings.latencyMs);
		const { maxUrlLength, maxPathSegment, pathTooLongStatus } = world.settings;
		if (request.url.length > maxUrlLength) throw refusalIn(family, 414, 'The URL is too long');
		const path = request.url.split('?', 1)[0] ?? '';
		if (path.split('/').some((segment) => segment.length > maxPathSegment)) {
			throw refusalIn(family, pathTooLongStatus, 'A part of the path is too long');
		}
		if (throttled()) throw tooMany(world, family);
	});
}

function createThrottle(world: World): () => boolean {
	let window = { since: 0, count: 0 };
	return () => {
		const limit = world.settings.throttle;
		if (!limit) return false;
		const now = world.clock.now();
		if (now - window.since >= limit.windowMs) window = { since: now, count: 0 };
		window.count += 1;
		return window.count > limit.requests;
	};
}

/** The 422 is known from data access only; elsewhere it would say nothing of throttling. */
function tooMany(world: World, family: 'oauth' | 'partner' | 'fdx'): Refusal {
	const { throttleStatus } = world.settings;
	const message = 'Too many requests were sent within a short period of time';
	const { status, body } = refusalIn(family, family === 'fdx' ? throttleStatus : 429, message);
	const words = family === 'fdx' ? { code: 1207, message, debugMessage: 'Slow down' } : body;
	return new Refusal(status, words, retryAfter(world));
}

function retryAfter({ settings }: World): Record<string, string> {
	const { retryAfterS, retryAfterForm } = settings;
	if (retryAfterS === null) return {};
	const until = new Date(Date.now() + retryAfterS * 1000);
	return { 'retry-after': retryAfterForm === 'date' ? until.toUTCString() : String(retryAfterS) };
}
