import { explain } from '../errors/explain';
import type { Failure } from '../failure';
import { FlinksFailure } from '../failure';
import { delayBefore } from './retry/delay';
import { healthIn, isThrottled, mayRepeat } from './retry/policy';
import { parseRetryAfter } from './retry/retryAfter';
import { wait } from './retry/wait';
import type { Runtime } from './runtime';
import type { ApiRequest, ApiResponse, Exchange } from '../wire';

export const CANCELLED: Exchange = {
	kind: 'unanswered',
	reason: { code: 'CANCELLED', neverSent: true },
};

export function isSuccess({ status }: ApiResponse): boolean {
	return status >= 200 && status < 300;
}

/**
 * Sends until an answer is final: success, a refusal, or no repeat allowed by method, tries,
 * deadline and budget. Every wait ends when the execution is cancelled.
 * @param once sends one time; it holds no place in the limiter while this function waits, and asks
 * how many ms are left when it has one
 * @param secrets to take out of what Flinks says
 * @throws FlinksFailure
 */
export async function attempt(
	request: ApiRequest,
	once: (msLeft: () => number) => Promise<Exchange>,
	runtime: Runtime,
	secrets: () => readonly string[] = () => [],
): Promise<ApiResponse> {
	let startedAt: number | undefined;
	// Time counts from when the request first had a place, not while it queued behind others.
	const msLeft = (): number => {
		startedAt ??= runtime.now();
		return runtime.bounds.requestMs - (runtime.now() - startedAt);
	};
	let tries = 1;
	for (;;) {
		const exchange = runtime.signal?.aborted ? CANCELLED : await once(msLeft);
		if (exchange.kind === 'answered' && isSuccess(exchange.response)) {
			runtime.budget.refund();
			runtime.limiter.speedUp();
			return exchange.response;
		}
		// While Flinks is down, waiting is left to the circuit; it costs neither tries nor repeats.
		const waits = runtime.circuit.state === 'open' && healthIn(exchange) === 'trouble';
		if (waits && mayRepeat(request, exchange) && msLeft() > 0 && !runtime.signal?.aborted) continue;
		const delayMs = nextDelay(request, exchange, tries, msLeft(), runtime);
		if (delayMs === undefined) {
			throw new FlinksFailure(failureOf(request, exchange, runtime, secrets()));
		}
		await wait(delayMs, runtime.signal);
		tries += 1;
	}
}

function nextDelay(
	request: ApiRequest,
	exchange: Exchange,
	tries: number,
	msLeft: number,
	runtime: Runtime,
): number | undefined {
	if (!mayRepeat(request, exchange) || runtime.signal?.aborted) return undefined;
	const asked = retryAfterMs(exchange, runtime.now());
	const delayMs = delayBefore(tries, asked, runtime.random());
	// Even when this request gives up, the others must hear that Flinks is throttling.
	if (isThrottled(exchange)) runtime.limiter.slowDown(delayMs ?? 0);
	// A longer pause than is waited for: nothing more is sent until it is over.
	if (isThrottled(exchange) && delayMs === undefined) runtime.circuit.shut(asked ?? 0);
	if (delayMs === undefined || tries >= runtime.maxTries) return undefined;
	if (delayMs > msLeft) return undefined;
	if (runtime.circuit.state === 'given-up' && healthIn(exchange) === 'trouble') return undefined;
	return runtime.budget.spend() ? delayMs : undefined;
}

function failureOf(
	request: ApiRequest,
	exchange: Exchange,
	runtime: Runtime,
	secrets: readonly string[],
): Failure {
	const failure = explain(request, exchange, secrets);
	const waitMs = retryAfterMs(exchange, runtime.now());
	return waitMs === undefined ? failure : { ...failure, retryAfterMs: waitMs };
}

function retryAfterMs(exchange: Exchange, nowMs: number): number | undefined {
	if (exchange.kind === 'unanswered') return undefined;
	return parseRetryAfter(exchange.response.headers['retry-after'], nowMs);
}
