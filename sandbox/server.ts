import type { Socket } from 'node:net';

import fastify, { type FastifyInstance } from 'fastify';

import { adminRoutes } from './admin/api';
import { homeRoutes } from './admin/home';
import { addFaults } from './faults/hooks';
import { accountRoutes } from './fdx/accounts';
import { customerRoutes } from './fdx/customer';
import { paymentRoutes } from './fdx/payments';
import { statementRoutes } from './fdx/statements';
import { transactionRoutes } from './fdx/transactions';
import { addBodies } from './http/bodies';
import { addErrorAnswers, sendError } from './http/errors';
import { addGuards } from './http/guards';
import { watchMethods } from './http/methods';
import { addRecord } from './http/record';
import { authorizeRoutes } from './oauth/authorize';
import { consentRoutes } from './oauth/consent';
import { revokeRoutes } from './oauth/revoke';
import { tokenRoutes } from './oauth/token';
import { providerRoutes } from './partner/providers';
import { recipientRoutes } from './partner/recipients';
import { registrationRoutes } from './partner/registrations';
import type { World } from './world';

const ROUTES = [
	tokenRoutes,
	authorizeRoutes,
	consentRoutes,
	revokeRoutes,
	recipientRoutes,
	registrationRoutes,
	providerRoutes,
	customerRoutes,
	accountRoutes,
	transactionRoutes,
	paymentRoutes,
	statementRoutes,
	adminRoutes,
	homeRoutes,
];

/** The sandbox's server, not yet listening. */
export function buildServer(world: World): FastifyInstance {
	const app = fastify({
		routerOptions: { maxParamLength: 64_000 },
		forceCloseConnections: true,
		frameworkErrors: sendError,
		clientErrorHandler: (_error, socket) => refuseGarbage(socket),
	});
	const methodsOf = watchMethods(app);
	addErrorAnswers(app, methodsOf);
	addBodies(app);
	addRecord(app, world);
	addGuards(app, world);
	addFaults(app, world);
	for (const addRoutes of ROUTES) addRoutes(app, world);
	return app;
}

/** What is no HTTP at all, or has headers without end, is answered here: there is no request to route. */
function refuseGarbage(socket: Socket): void {
	if (!socket.writable) return;
	const body = '{"message":"Invalid request parameters"}';
	socket.end(
		`HTTP/1.1 400 Bad Request\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`,
	);
}
