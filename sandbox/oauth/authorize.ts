import type { FastifyInstance, FastifyReply } from 'fastify';

import { queryOf } from '../http/input';
import { displayName } from '../store/bank';
import type { AuthorizeRequest, Recipient } from '../store/types';
import { render } from '../views/render';
import type { World } from '../world';
import { readAuthorizeRequest } from './authorize-request';
import { redirectTo } from './redirect';
import { languageOf, WORDING } from './wording';

/** A1: GET /api/v1/authorize shows the consent page, or says why not. */
export function authorizeRoutes(app: FastifyInstance, world: World): void {
	app.get('/api/v1/authorize', (request, reply) => {
		const query = queryOf(request);
		const outcome = readAuthorizeRequest(world, query);
		switch (outcome.kind) {
			case 'refused':
				return sendPage(reply.code(400), 'refusal', {
					words: WORDING[languageOf(query.lang)],
					reason: outcome.reason,
					recipient: withSite(outcome.recipient),
				});
			case 'redirected':
				return reply.redirect(redirectTo(outcome.redirectUri, outcome.answer), 302);
			case 'asked':
				request.trail.clientId = outcome.request.recipient.client_id;
				return sendPage(reply, 'consent', consentPage(world, outcome.request));
		}
	});
}

/** Those without a site of their own have no way back to offer. */
function withSite(recipient: Recipient | undefined): Recipient | undefined {
	return recipient && /^https?:/.test(recipient.client_uri) ? recipient : undefined;
}

export function sendPage(reply: FastifyReply, view: string, data: object): FastifyReply {
	return reply
		.headers({
			'content-type': 'text/html; charset=utf-8',
			'cache-control': 'no-store',
			'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
			'x-frame-options': 'DENY',
		})
		.send(render(view, data));
}

function consentPage(world: World, request: AuthorizeRequest): object {
	const words = WORDING[request.language];
	return {
		words,
		ticket: world.store.tickets.keep(request, world.clock.now()),
		recipient: request.recipient,
		provider: request.provider,
		scopes: request.scopes.map((scope) => ({ scope, text: words.scopes[scope] })),
		customers: world.store.customers
			.of(request.provider.provider_id)
			.map((customer) => ({ key: customer.key, shown: displayName(customer) })),
	};
}
