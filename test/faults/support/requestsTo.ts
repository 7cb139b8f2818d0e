import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';

/** What this process sends to one server, counted where it is sent: what is still on its way counts too. */
export interface RequestsTo {
	readonly started: number;
	/** Those whose answer has begun to come back. */
	readonly answered: number;
	end(): void;
}

const STARTED = 'http.client.request.start';
const ANSWERED = 'http.client.response.finish';

/** @param url of the server, without a path */
export function requestsTo(url: string): RequestsTo {
	const { host } = new URL(url);
	const counts = { started: 0, answered: 0 };
	const counter = (name: keyof typeof counts) => (message: unknown) => {
		const { request } = message as { readonly request: ClientRequest };
		if (request.getHeader('host') === host) counts[name] += 1;
	};
	const [onStart, onAnswer] = [counter('started'), counter('answered')];
	subscribe(STARTED, onStart);
	subscribe(ANSWERED, onAnswer);
	return {
		get started() {
			return counts.started;
		},
		get answered() {
			return counts.answered;
		},
		end() {
			unsubscribe(STARTED, onStart);
			unsubscribe(ANSWERED, onAnswer);
		},
	};
}
