import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { familyOf } from '../families';
import type { World } from '../world';
import { askedBy } from './asked';
import { bodyOfReplacement, dripping } from './bodies';
import type { ActiveFault } from './faults';

/** Lets faults happen to API requests: before the route, or after it and before its answer leaves. */
export function addFaults(app: FastifyInstance, world: World): void {
	const met = new WeakMap<FastifyRequest, ActiveFault>();
	app.addHook('preHandler', async (request, reply) => {
		if (familyOf(request.url) === 'own') return;
		const fault = world.faults.meet(askedBy(world, request));
		if (!fault) return;
		request.trail.met = fault;
		met.set(request, fault);
		if (fault.acts) return;
		await wait(fault.delayMs, undefined, { ref: false });
		if (fault.answer === 'own') return;
		if (fault.answer === 'hang up' || fault.answer === 'silence') {
			reply.hijack();
			return await leave(request, fault.answer);
		}
		const { headers, body } = bodyOfReplacement(fault.answer);
		return reply.code(fault.answer.status).headers(headers).send(body);
	});
	app.addHook('onSend', async (request, reply, payload) => {
		const fault = met.get(request);
		if (!fault) return payload;
		const body = fault.acts ? await replaced(fault, request, reply, payload) : payload;
		return fault.drip ? dripping(body, fault.drip) : body;
	});
}

async function replaced(
	fault: ActiveFault,
	request: FastifyRequest,
	reply: FastifyReply,
	payload: unknown,
): Promise<unknown> {
	await wait(fault.delayMs, undefined, { ref: false });
	if (fault.answer === 'own') return payload;
	if (fault.answer === 'hang up' || fault.answer === 'silence') {
		await leave(request, fault.answer);
		return '';
	}
	for (const name of Object.keys(reply.getHeaders())) reply.removeHeader(name);
	const { headers, body } = bodyOfReplacement(fault.answer);
	reply.code(fault.answer.status).headers(headers);
	return body;
}

/** Never answers: the connection ends now, or when the other side has had enough. */
async function leave(request: FastifyRequest, how: 'hang up' | 'silence'): Promise<void> {
	request.trail.unanswered = true;
	const { socket } = request.raw;
	if (how === 'hang up') socket.destroy();
	else if (!socket.destroyed) await once(socket, 'close');
}
