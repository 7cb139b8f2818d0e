import type { FaultInput } from './fault';

type Answer = Exclude<FaultInput['answer'], undefined>;

/** Answers that real installations are known to give in place of Flinks'. */
export const ANSWERS = {
	/** A sign-in or maintenance page of something in between, with whatever status. */
	html: (status = 200) => ({
		status,
		body: '<!doctype html><html><head><title>Please wait</title></head><body><h1>Please wait</h1></body></html>',
	}),
	/** A gateway's own refusal, in a body that is nobody's dialect. */
	gateway: (status: 401 | 403 = 403) => ({
		status,
		body: { message: status === 401 ? 'Unauthorized' : 'Forbidden' },
	}),
	/** Nothing but a status. */
	empty: (status: number) => ({ status }),
	/** The whole service is away. */
	unavailable: (status: 500 | 502 | 503 | 504 = 503) => ({
		status,
		body: { message: 'Service Unavailable' },
	}),
	tooMany: (retryAfter: number | string) => ({
		status: 429,
		headers: { 'retry-after': String(retryAfter) },
		body: { message: 'Too many requests' },
	}),
	redirect: (location: string, status: 301 | 302 | 303 | 307 | 308 = 307) => ({
		status,
		headers: { location },
	}),
	/** Small on the wire, `bytes` when unpacked. */
	bomb: (bytes: number) => ({ status: 200, unpacksTo: bytes }),
} as const satisfies Record<string, (...about: never[]) => Answer>;
