import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { paramOf } from '../http/input';
import { partnerRefusal } from '../http/refusals';
import type { World } from '../world';
import { readOrRefuse } from './read';

const edit = z
	.object({
		redirect_uris: z.array(z.string().url()),
		when: z.enum(['now', 'after read', 'after write']).default('now'),
	})
	.strict();

/** What somebody else at the partner does to recipients, at the worst moment. */
export function recipientAdminRoutes(app: FastifyInstance, world: World): void {
	app.post('/sandbox/recipients/:client_id/edit', (request) => {
		const recipient = world.store.recipients.get(paramOf(request, 'client_id'));
		if (!recipient) throw partnerRefusal(404, 'There is no such recipient');
		const { redirect_uris, when } = readOrRefuse(edit, request.body);
		world.store.edits.add(recipient, redirect_uris, when);
		return when === 'now' ? { changed: true } : { planned: when };
	});
}
