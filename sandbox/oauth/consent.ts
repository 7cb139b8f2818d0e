import type { FastifyInstance } from 'fastify';

import { bodyOf, textOf } from '../http/input';
import type { World } from '../world';
import { sendPage } from './authorize';
import { redirectTo } from './redirect';
import { WORDING } from './wording';

/** The two buttons of the consent page. */
export function consentRoutes(app: FastifyInstance, world: World): void {
	app.post('/consent', (request, reply) => {
		const answer = bodyOf(request);
		const decision = textOf(answer, 'decision');
		const now = world.clock.now();
		const asked =
			decision === 'allow' || decision === 'deny'
				? world.store.tickets.take(textOf(answer, 'ticket') ?? '', now)
				: undefined;
		if (!asked) {
			return sendPage(reply.code(400), 'refusal', { words: WORDING.en, reason: 'ticket' });
		}
		const { redirectUri, state, recipient, provider, scopes, correlationId, codeChallenge } = asked;
		if (decision === 'deny') {
			const refusal = { error: 'access_denied', error_description: 'The user denied the access' };
			return reply.redirect(redirectTo(redirectUri, { ...refusal, state }), 302);
		}
		const [first] = world.store.customers.of(provider.provider_id);
		const customer = textOf(answer, 'customer') || first?.key || 'customer';
		const consent = { providerId: provider.provider_id, customer, scopes, correlationId };
		const code = world.store.tokens.issueCode({
			clientId: recipient.client_id,
			redirectUri,
			consent,
			codeChallenge,
			expiresAt: now + world.settings.codeLifetimeS * 1000,
		});
		return reply.redirect(redirectTo(redirectUri, { code, state }), 302);
	});
}
