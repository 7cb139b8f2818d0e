import formbody from '@fastify/formbody';
import type { FastifyInstance } from 'fastify';

/** Forms and JSON; an empty JSON body is no body, since several calls have none. */
export function addBodies(app: FastifyInstance): void {
	void app.register(formbody);
	const parse = app.getDefaultJsonParser('error', 'ignore');
	app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
		if (body === '') done(null, undefined);
		else void parse(request, body.toString(), done);
	});
}
