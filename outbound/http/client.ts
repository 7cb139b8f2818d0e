import { attempt, type Once } from './attempts';
import { isSuccess } from './retry/policy';
import type { Sent, Session } from './session';
import { inTurn } from './turn';
import { refuseWebPage } from './webPage';
import { saysTokenIsBad } from '../errors/badToken';
import type { Runtime } from './runtime';
import type { ApiRequest, ApiResponse, Exchange } from '../wire';

/** The only place that sends requests to Flinks: token, limit, retry and failure live behind it. */
export interface Client {
	/**
	 * Resolves for 2xx only, and not where a web page came with it.
	 * @throws FlinksFailure for everything else
	 */
	send(request: ApiRequest): Promise<ApiResponse>;
	readonly runtime: Runtime;
}

export function createClient(session: Session, runtime: Runtime): Client {
	let opened: Promise<void> | undefined;
	const secrets = () => session.secrets?.() ?? [];

	/** The first request of an execution goes alone where the token is unproven (see Session.ready). */
	async function first(request: ApiRequest): Promise<ApiResponse | undefined> {
		if ((await session.ready()) === 'proven') return undefined;
		return await ask(request);
	}

	async function ask(request: ApiRequest): Promise<ApiResponse> {
		const once: Once = async (isRepeat, msLeft) => await withGoodToken(request, isRepeat, msLeft);
		const response = await attempt(request, once, runtime, secrets);
		refuseWebPage(request, response, secrets);
		return response;
	}

	/** While a token is renewed, the request holds no place: the renewal needs one itself. */
	async function withGoodToken(
		request: ApiRequest,
		isRepeat: boolean,
		msLeft: () => number,
	): Promise<Exchange> {
		const sent = await sendInTurn(request, isRepeat, msLeft);
		if (!tokenRefused(request, sent.exchange)) return sent.exchange;
		if (!(await session.renew(sent.generation))) return sent.exchange;
		const again = await sendInTurn(request, true, msLeft);
		session.judge(again.generation, !tokenRefused(request, again.exchange));
		return again.exchange;
	}

	async function sendInTurn(
		request: ApiRequest,
		isRepeat: boolean,
		msLeft: () => number,
	): Promise<Sent> {
		const isFile = request.expects === 'file';
		const place = isFile ? runtime.files.enter(isRepeat) : undefined;
		if (place) await place;
		try {
			let generation = 0;
			const turn = { isRepeat, isTypical: !isFile, gate: runtime.circuit };
			const exchange = await inTurn(runtime, turn, async () => {
				const sent = await session.send(request, msLeft());
				generation = sent.generation;
				return sent.exchange;
			});
			return { exchange, generation };
		} finally {
			if (isFile) runtime.files.leave();
		}
	}

	return {
		runtime,
		async send(request) {
			if (opened) {
				await opened;
				await session.ready();
				return await ask(request);
			}
			const alone = first(request);
			opened = alone.then(
				() => undefined,
				() => undefined,
			);
			return (await alone) ?? (await ask(request));
		},
	};
}

function tokenRefused(request: ApiRequest, exchange: Exchange): boolean {
	if (exchange.kind === 'unanswered' || isSuccess(exchange)) return false;
	return saysTokenIsBad(request.family, exchange.response);
}
