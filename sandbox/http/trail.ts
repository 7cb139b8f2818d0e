/** What routes add to a request's log entry. */
export interface Trail {
	clientId?: string;
	grantType?: string;
	tokenFormat?: string;
	connectionId?: string;
	fault?: string;
	/** The fault that the request met. */
	met?: { readonly id: number };
	/** No answer was sent. */
	unanswered?: true;
	startedAt: number;
	leave: () => void;
}

declare module 'fastify' {
	interface FastifyRequest {
		trail: Trail;
	}
}
