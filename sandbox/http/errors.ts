import { randomUUID } from 'node:crypto';

import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { familyOf } from '../families';
import { Refusal, refusalIn } from './refusals';
import type { MethodsOf } from './methods';

const WORDS: Readonly<Record<number, string>> = {
	400: 'Invalid request parameters',
	404: 'Not Found',
	405: 'Method Not Allowed',
	413: 'Payload Too Large',
	414: 'The URL is too long',
	415: 'Unsupported Media Type',
	500: 'Internal Server Error',
};

/** Every error leaves in the body of its family, whoever threw it. */
export function addErrorAnswers(app: FastifyInstance, methodsOf: MethodsOf): void {
	app.setErrorHandler((error: FastifyError | Refusal, request, reply) => {
		sendError(error, request, reply);
	});
	app.setNotFoundHandler((request, reply) => {
		const allowed = methodsOf(request.url);
		const missing = refusalFor(request.url, allowed.length > 0 ? 405 : 404);
		if (allowed.length > 0) reply.header('allow', allowed.join(', '));
		sendError(missing, request, reply);
	});
}

/** Also for what the server refuses before a request has a route. */
export function sendError(
	error: FastifyError | Refusal,
	request: FastifyRequest,
	reply: FastifyReply,
): void {
	const refusal = error instanceof Refusal ? error : refusalFor(request.url, statusOf(error));
	if (refusal.status >= 500 && !(error instanceof Refusal) && request.trail) {
		request.trail.fault = error.stack ?? error.message;
	}
	if (familyOf(request.url) === 'fdx') {
		reply.headers({
			'ob-correlation-id': randomUUID(),
			'ob-trace-id': randomUUID().replaceAll('-', ''),
		});
	}
	reply.code(refusal.status).headers(refusal.headers).type('application/json').send(refusal.body);
}

function refusalFor(url: string, status: number): Refusal {
	return refusalIn(familyOf(url), status, WORDS[status] ?? WORDS[400] ?? '');
}

function statusOf(error: FastifyError): number {
	const status = error.statusCode ?? 500;
	return status >= 400 && status < 600 ? status : 500;
}
