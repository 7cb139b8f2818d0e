import { explain } from '../errors/explain';
import type { Failure } from '../failure';
import { FlinksFailure } from '../failure';
import { delayBefore } from './retry/delay';
import { healthIn, isSuccess, isThrottled, mayRepeat } from './retry/policy';
import { parseRetryAfter } from './retry/retryAfter';
import { wait } from './retry/wait';
import type { Runtime } from './runtime';
import { CANCELLED } from './turn';
import type { ApiRequest, ApiResponse, Exchange } from '../wire';

/**
 * Sends one time. It holds no place while its caller waits, and asks how many ms are left when it has
 * one; a repeat goes before what was never sent.
 */
export type Once = (isRepeat: boolean, msLeft: () => number) => Promise<Exchange>;

/**
 * Sends until an answer is final: success, a refusal, or no repeat allowed by method, tries,
 * deadline and budget. Every wait ends when the execution is cancelled. Being refused for too many
 * requests while others were answered costs neither tries nor budget: there is progress. Nor does being
 * refused together with others in flight, where anything was answered before: all of it is one refusal.
 * @param secrets to take out of what Flinks says
 * @throws FlinksFailure
 */
export async function attempt(
	request: ApiRequest,
	once: Once,
	runtime: Runtime,
	secrets: () => readonly string[] = () => [],
): Promise<ApiResponse> {
	const { budget, circuit, limiter, signal } = runtime;
	let startedAt: number | undefined;
	// Time counts from when the request first had a place, not while it queued behind others.
	const msLeft = (): number => {
		startedAt ??= runtime.now();
		return runtime.bounds.requestMs - (runtime.now() - startedAt);
	};
	let tries = 1;
	let isRepeat = false;
	let answersBefore = limiter.answers;
	for (;;) {
		const exchange = signal?.aborted ? CANCELLED : await once(isRepeat, msLeft);
		if (exchange.kind === 'answered' && isSuccess(exchange)) {
			budget.refund();
			return exchange.response;
		}
		isRepeat = true;
		// While Flinks is down, waiting is left to the circuit; it costs neither tries nor repeats.
		const waits = circuit.state === 'open' && healthIn(exchange) === 'trouble';
		if (waits && mayRepeat(request, exchange) && msLeft() > 0 && !signal?.aborted) continue;
		const isFree =
			isThrottled(exchange) &&
			(limiter.answers > answersBefore || (limiter.answers > 0 && isEcho(exchange)));
		answersBefore = limiter.answers;
		const delayMs = nextDelay(request, exchange, { tries, isFree, msLeft: msLeft() }, runtime);
		if (delayMs === undefined) {
			throw new FlinksFailure(failureOf(request, exchange, runtime, secrets()));
		}
		await wait(delayMs, signal);
		if (!isFree) tries += 1;
	}
}

const isEcho = (exchange: Exchange): boolean =>
	exchange.kind === 'answered' && exchange.isRefusedTogether === true;

interface SoFar {
	readonly tries: number;
	/** Whether a repeat costs nothing. */
	readonly isFree: boolean;
	readonly msLeft: number;
}

/** Undefined where it is not sent again. */
function nextDelay(
	request: ApiRequest,
	exchange: Exchange,
	{ tries, isFree, msLeft }: SoFar,
	runtime: Runtime,
): number | undefined {
	if (!mayRepeat(request, exchange) || runtime.signal?.aborted) return undefined;
	const asked = retryAfterMs(exchange, runtime.now());
	const delayMs = delayBefore(tries, asked, runtime.random());
	// Even when this request gives up, the others must hear that Flinks is throttling.
	if (isThrottled(exchange)) holdOthers(asked, delayMs, runtime);
	if (delayMs === undefined || delayMs > msLeft) return undefined;
	if (isFree) return delayMs;
	if (tries >= runtime.maxTries) return undefined;
	if (runtime.circuit.state === 'given-up' && healthIn(exchange) === 'trouble') return undefined;
	return runtime.budget.spend() ? delayMs : undefined;
}

/** After a longer pause than is waited for, nothing more is sent until it is over. */
function holdOthers(
	asked: number | undefined,
	delayMs: number | undefined,
	{ circuit, limiter }: Runtime,
): void {
	if (delayMs === undefined) circuit.shut(asked ?? 0);
	else limiter.pause(asked ?? delayMs);
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
