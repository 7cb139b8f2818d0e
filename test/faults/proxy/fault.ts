import { setTimeout as sleep } from 'node:timers/promises';

import type { Answer } from './answer';
import type { Call } from './call';

/** What a fault can do with one request; each fault is a function over these. */
export interface Hands {
	readonly call: Call;
	/** Lets the sandbox act. */
	forward(): Promise<Answer>;
	send(answer: Answer): void;
	/** Ends the connection without an answer. */
	cut(): void;
	/** Sends the head, the announced length and half of the body, then resets the connection. */
	sendHalf(answer: Answer): Promise<void>;
	/** Sends the head, and then a byte now and again, for ever. */
	drip(answer: Answer): void;
	/** Nobody listens any more; connections still open are ended once their answers are out. */
	stopListening(): void;
}

export type Fault = (hands: Hands) => Promise<void>;

type Change = (answer: Answer) => Answer;

export const pass: Fault = async ({ send, forward }) => send(await forward());

export const delayed =
	(ms: number): Fault =>
	async (hands) => {
		await sleep(ms, undefined, { ref: false });
		await pass(hands);
	};

export const cutBefore: Fault = async ({ cut }) => cut();

export const cutAfter: Fault = async ({ forward, cut }) => {
	await forward();
	cut();
};

export const resetMidBody: Fault = async ({ forward, sendHalf }) => await sendHalf(await forward());

/** Flinks acts, and its answer never begins. */
export const never: Fault = async ({ forward }) => void (await forward());

/** Flinks acts, and its answer never ends. */
export const drips: Fault = async ({ forward, drip }) => drip(await forward());

/** The sandbox does not hear of the request. */
export const answers =
	(answer: Answer | ((call: Call) => Answer)): Fault =>
	async ({ send, call }) =>
		send(typeof answer === 'function' ? answer(call) : answer);

/** The sandbox acts, and its answer is changed, or another takes its place. */
export const changes =
	(change: Change): Fault =>
	async ({ forward, send }) =>
		send(change(await forward()));

export const acts = (answer: Answer): Fault => changes(() => answer);

/** Something happens to the sandbox once this request has been answered. */
export const then =
	(happening: () => unknown): Fault =>
	async ({ forward, send }) => {
		const answer = await forward();
		happening();
		send(answer);
	};

export const goesAway: Fault = async ({ stopListening, forward, send }) => {
	const answer = await forward();
	stopListening();
	send({ ...answer, headers: { ...answer.headers, connection: 'close' } });
};

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
	return {
		status,
		headers: { 'content-type': 'application/json', ...headers },
		body: Buffer.from(JSON.stringify(body)),
	};
}

/** The JSON body changed; the rest stays. */
export const rewritten = (change: (body: Record<string, unknown>) => unknown): Fault =>
	changes((answer) => ({
		...answer,
		body: Buffer.from(
			JSON.stringify(change(JSON.parse(answer.body.toString('utf8')) as Record<string, unknown>)),
		),
	}));
