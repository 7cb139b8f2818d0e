import type { FastifyRequest } from 'fastify';

import { bodyOf, paramOf, textOf } from '../http/input';
import type { World } from '../world';
import { endpointsOf } from './endpoints';
import type { Asked } from './faults';

/** Whose request this is and what it is about; credentials are looked up, not checked. */
export function askedBy({ store }: World, request: FastifyRequest): Asked {
	const body = bodyOf(request);
	const [scheme = '', value = ''] = (request.headers.authorization ?? '').split(' ');
	const token = store.tokens.get(value);
	const connection =
		token?.connection ??
		store.connections.byToken(textOf(body, 'refresh_token') ?? '') ??
		store.tokens.code(textOf(body, 'code') ?? '')?.consent;
	return {
		endpoints: endpointsOf(request.method, request.routeOptions.url),
		grantType: textOf(body, 'grant_type'),
		clientId: token?.clientId ?? textOf(body, 'client_id') ?? basicUser(scheme, value),
		customer: connection?.customer,
		accountId: paramOf(request, 'account_id') || undefined,
	};
}

function basicUser(scheme: string, value: string): string | undefined {
	if (scheme.toLowerCase() !== 'basic') return undefined;
	return Buffer.from(value, 'base64').toString('utf8').split(':', 1)[0];
}
