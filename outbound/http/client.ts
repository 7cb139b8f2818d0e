import { attempt, CANCELLED, isSuccess } from './attempts';
import type { Health } from './circuit';
import { healthIn } from './retry/policy';
import type { Session } from './session';
import { saysTokenIsBad } from '../errors/badToken';
import type { Runtime } from './runtime';
import type { ApiRequest, ApiResponse, Exchange } from '../wire';

/** The only place that sends requests to Flinks: token, limit, retry and failure live behind it. */
export interface Client {
	/**
	 * Resolves for 2xx only.
	 * @throws FlinksFailure for everything else
	 */
	send(request: ApiRequest): Promise<ApiResponse>;
	readonly runtime: Runtime;
	/** What must not be seen in an answer's words, for who explains an answer on its own. */
	readonly secrets?: () => readonly string[];
}

export function createClient(session: Session, runtime: Runtime): Client {
	let opened: Promise<void> | undefined;
	const secrets = () => session.secrets?.() ?? [];

	/** The first request of an execution goes alone where the token is unproven (see Session.ready). */
	async function first(request: ApiRequest): Promise<ApiResponse | undefined> {
		if ((await session.ready()) === 'proven') return undefined;
		return await attempt(request, onceFor(request), runtime, secrets);
	}

	function onceFor(request: ApiRequest): (msLeft: () => number) => Promise<Exchange> {
		return async (msLeft) =>
			await runtime.limiter.run(async () => {
				const as = await runtime.circuit.enter();
				let health: Health = 'unclear';
				try {
					if (runtime.signal?.aborted) return CANCELLED;
					const exchange = await sendWithGoodToken(request, msLeft);
					health = healthIn(exchange);
					return exchange;
				} finally {
					runtime.circuit.leave(as, health);
				}
			});
	}

	async function sendWithGoodToken(request: ApiRequest, msLeft: () => number): Promise<Exchange> {
		const sent = await session.send(request, msLeft());
		if (!tokenRefused(request, sent.exchange)) return sent.exchange;
		if (!(await session.renew(sent.generation))) return sent.exchange;
		const again = await session.send(request, msLeft());
		session.judge(again.generation, !tokenRefused(request, again.exchange));
		return again.exchange;
	}

	return {
		runtime,
		secrets,
		async send(request) {
			if (opened) {
				await opened;
				await session.ready();
				return await attempt(request, onceFor(request), runtime, secrets);
			}
			const alone = first(request);
			opened = alone.then(
				() => undefined,
				() => undefined,
			);
			return (await alone) ?? (await attempt(request, onceFor(request), runtime, secrets));
		},
	};
}

function tokenRefused(request: ApiRequest, exchange: Exchange): boolean {
	if (exchange.kind === 'unanswered' || isSuccess(exchange.response)) return false;
	return saysTokenIsBad(request.family, exchange.response);
}
