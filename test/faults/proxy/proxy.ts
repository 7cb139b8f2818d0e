import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';

import { forward, write } from './answer';
import { readCall, type Call } from './call';
import { pass, type Fault, type Hands } from './fault';
import type { Identity } from './identity';

/** A fault, and the calls it befalls: those that match, after `skip` of them, `times` in all. */
export interface Rule {
	readonly on: (call: Call) => boolean;
	readonly fault: Fault;
	readonly skip?: number;
	readonly times?: number;
}

export interface Proxy {
	readonly url: string;
	/** What arrived, oldest first. */
	readonly calls: readonly Call[];
	/** The calls that a fault befell. */
	readonly struck: readonly Call[];
	readonly maxInFlight: number;
	/** Connections opened, also those that ended before a request. */
	readonly connections: number;
	/** Forgets what arrived so far; from now on these faults strike. */
	strikeWith(rules: readonly Rule[]): void;
	/** No fault strikes any more, and what arrives is not counted. */
	calm(): void;
	close(): Promise<void>;
}

/** Between two bytes of an answer that drips. */
const DRIP_MS = 20;

/** Stands between a node and the sandbox, on loopback only. The first rule whose turn it is counts. */
export async function startProxy(
	target: string,
	first: readonly Rule[] = [],
	identity?: Identity,
): Promise<Proxy> {
	let rules = first;
	let isCalm = false;
	const calls: Call[] = [];
	const struck: Call[] = [];
	const seen = new Map<Rule, number>();
	const flight = { now: 0, max: 0 };

	function faultFor(call: Call): Fault {
		for (const rule of rules) {
			if (!rule.on(call)) continue;
			const before = seen.get(rule) ?? 0;
			seen.set(rule, before + 1);
			const skipped = rule.skip ?? 0;
			if (before < skipped || before >= skipped + (rule.times ?? Infinity)) continue;
			struck.push(call);
			return rule.fault;
		}
		return pass;
	}

	async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const call = await readCall(request, calls);
		if (!isCalm) calls.push(call);
		await faultFor(call)(handsOn(call, request, response));
	}

	function handsOn(call: Call, request: IncomingMessage, response: ServerResponse): Hands {
		return {
			call,
			forward: async () => await forward(target, call),
			send: (answer) => {
				write(response, answer);
				response.end();
			},
			cut: () => request.socket.destroy(),
			sendHalf: async (answer) => {
				const half = { ...answer, body: answer.body.subarray(0, answer.body.length / 2) };
				write(response, half, answer.body.length);
				await new Promise((resolve) => setTimeout(resolve, 5));
				request.socket.resetAndDestroy();
			},
			drip: (answer) => {
				write(
					response,
					{ ...answer, body: Buffer.alloc(0) },
					Math.max(1, answer.body.length) * 1000,
				);
				const timer = setInterval(() => response.write(' '), DRIP_MS).unref();
				response.on('close', () => clearInterval(timer));
			},
			stopListening: () => {
				server.close();
				server.closeIdleConnections();
			},
		};
	}

	const listener = (request: IncomingMessage, response: ServerResponse) => {
		flight.now += 1;
		flight.max = Math.max(flight.max, flight.now);
		response.on('close', () => (flight.now -= 1));
		// A client that has gone away, as after a cancel, is no fault of the proxy.
		serve(request, response).catch(() => request.socket.destroy());
	};
	const server = identity ? createTlsServer(identity, listener) : createServer(listener);
	let connections = 0;
	server.on('connection', () => (connections += 1));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `${identity ? 'https' : 'http'}://127.0.0.1:${port}`,
		calls,
		struck,
		get maxInFlight() {
			return flight.max;
		},
		get connections() {
			return connections;
		},
		strikeWith: (others) => {
			rules = others;
			calls.length = 0;
			struck.length = 0;
		},
		calm: () => {
			rules = [];
			isCalm = true;
		},
		close: async () => {
			const closed = new Promise<void>((resolve) => server.close(() => resolve()));
			server.closeAllConnections();
			await closed;
		},
	};
}
