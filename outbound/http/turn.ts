import type { Exchange } from '../wire';
import type { Circuit } from './circuit';
import type { Limiter } from './limiter';
import { healthIn, isSuccess, isThrottled } from './retry/policy';
import type { Runtime } from './runtime';

export const CANCELLED: Exchange = {
	kind: 'unanswered',
	reason: { code: 'CANCELLED', neverSent: true },
};

/** How a request waits for its turn. */
export interface Turn {
	/** It was sent before, so it goes before those that were not. */
	readonly isRepeat: boolean;
	/** Whether the time of its answer says something about other requests. */
	readonly isTypical: boolean;
	readonly gate: Pick<Circuit, 'check' | 'enter' | 'leave'>;
}

/**
 * Sends when there is a place and Flinks may be asked. The limiter hears what the answer says of the
 * number of requests, the gate what it says of Flinks.
 * @throws FlinksFailure while Flinks wants no request at all
 */
export async function inTurn(
	{ limiter, signal, now }: Runtime,
	{ isRepeat, isTypical, gate }: Turn,
	send: () => Promise<Exchange>,
): Promise<Exchange> {
	// What will not be sent need not wait for a place.
	gate.check();
	const place = limiter.enter(isRepeat);
	if (place) await place;
	let exchange: Exchange | undefined;
	try {
		const entered = gate.enter();
		const as = typeof entered === 'string' ? entered : await entered;
		try {
			if (signal?.aborted) return CANCELLED;
			const sentAt = now();
			exchange = await send();
			exchange = reported(limiter, exchange, sentAt, isTypical);
			return exchange;
		} finally {
			gate.leave(as, exchange ? healthIn(exchange) : 'unclear');
		}
	} finally {
		limiter.leave();
	}
}

/** Tells the limiter, and marks what was refused together with others. */
function reported(
	limiter: Limiter,
	exchange: Exchange,
	sentAt: number,
	isTypical: boolean,
): Exchange {
	if (isSuccess(exchange)) limiter.answered(sentAt, isTypical);
	else if (isThrottled(exchange)) {
		const isTogether = limiter.refused(sentAt) === 'together';
		if (isTogether && exchange.kind === 'answered') return { ...exchange, isRefusedTogether: true };
	} else if (healthIn(exchange) === 'trouble') limiter.failed();
	return exchange;
}

/** For tokens: their host may be well while the API is not, so they neither wait for it nor tell of it. */
export function tokenGate(circuit: Circuit): Turn['gate'] {
	const check = () => circuit.check();
	return {
		check,
		enter() {
			check();
			return 'go';
		},
		leave() {},
	};
}
