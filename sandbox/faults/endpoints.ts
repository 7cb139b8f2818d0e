const RECIPIENTS = '/api/v1/recipients';
const REQUESTS = `${RECIPIENTS}/providers/requests`;
const ACCOUNTS = '/api/fdx/5/accounts';

/** The documented endpoints: method and path as the router writes them. A3 and I1 are one. */
const ENDPOINTS = {
	A1: ['GET', '/api/v1/authorize'],
	A2: ['POST', '/api/v1/token'],
	A3: ['GET', '/api/v1/providers'],
	A4: ['GET', '/api/v2/providers'],
	A5: ['DELETE', '/api/v1/revoke'],
	R1: ['POST', RECIPIENTS],
	R2: ['PUT', `${RECIPIENTS}/:client_id`],
	R3: ['POST', `${RECIPIENTS}/:client_id/secret`],
	G1: ['POST', `${REQUESTS}/:recipient_ids/:provider_ids`],
	G2: ['GET', REQUESTS],
	G3: ['GET', `${RECIPIENTS}/:client_id/providers/requests`],
	I1: ['GET', '/api/v1/providers'],
	I2: ['GET', '/api/v1/providers/:provider_id'],
	I3: ['GET', RECIPIENTS],
	I4: ['GET', `${RECIPIENTS}/:client_id`],
	F1: ['GET', '/api/fdx/5/customers/current'],
	F2: ['GET', ACCOUNTS],
	F3: ['GET', `${ACCOUNTS}/:account_id`],
	F4: ['GET', `${ACCOUNTS}/:account_id/transactions`],
	F5: ['GET', `${ACCOUNTS}/:account_id/payment-networks`],
	F6: ['GET', `${ACCOUNTS}/:account_id/statements`],
	F7: ['GET', `${ACCOUNTS}/:account_id/statements/:statement_id`],
} as const;

export type Endpoint = keyof typeof ENDPOINTS;

/** The names by which a route goes; none for pages and admin calls. */
export function endpointsOf(method: string, route: string | undefined): Endpoint[] {
	const names: Endpoint[] = [];
	for (const name of ENDPOINT_NAMES) {
		const [its, path] = ENDPOINTS[name];
		if (its === method && path === route) names.push(name);
	}
	return names;
}

export function isEndpoint(name: string): name is Endpoint {
	return Object.hasOwn(ENDPOINTS, name);
}

const ENDPOINT_NAMES = Object.keys(ENDPOINTS).filter(isEndpoint);
