import type { Fault } from '../proxy';
import { answers, json } from '../proxy';
import type { FaultCase } from './types';
import { everywhere } from './types';

const BODY = { code: 1207, message: 'Too many requests were sent within a short period of time' };

const throttled =
	(status: number, retryAfter: string): (() => Fault) =>
	() =>
		answers(json(status, BODY, { 'retry-after': retryAfter }));

const date = (inMs: number) => new Date(Date.now() + inMs).toUTCString();

const kept = (
	name: string,
	retryAfter: () => string,
	rest: Partial<FaultCase> = {},
): FaultCase => ({
	group: 'Retry-After',
	name,
	fault: () => throttled(429, retryAfter())(),
	expects: everywhere('recovers'),
	strikes: 'once',
	...rest,
});

export const waits: readonly FaultCase[] = [
	kept('0 seconds', () => '0', { quick: true }),
	kept('1 second', () => '1'),
	kept('a date in the past', () => date(-60_000), { quick: true }),
	kept('a date to come', () => date(1_500)),
	kept('nonsense', () => 'soon', { quick: true }),
	kept('a negative number', () => '-5'),
	kept('nonsense that looks like a date', () => 'Mon, 99 Abc 2026 25:61:61 GMT'),
	{
		group: 'Retry-After',
		name: '1 day, which is too long to wait',
		fault: throttled(429, '86400'),
		// It holds for the whole run: what was not on its way yet is not sent, whoever was struck.
		expects: everywhere('pauses'),
		quick: true,
	},
	{
		group: 'Retry-After',
		name: '503 with 0 seconds',
		fault: throttled(503, '0'),
		expects: { read: 'recovers', request: 'recovers', token: 'recovers', change: 'fails' },
		strikes: 'once',
	},
];
