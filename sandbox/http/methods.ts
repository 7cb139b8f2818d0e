import type { FastifyInstance } from 'fastify';

/** The methods some route answers for this URL; none where no route has the path. */
export type MethodsOf = (url: string) => string[];

/** Remembers routes as they are added, so that a known path with a wrong method gets 405. */
export function watchMethods(app: FastifyInstance): MethodsOf {
	const known = new Map<string, { pattern: RegExp; methods: Set<string> }>();
	app.addHook('onRoute', ({ url, method }) => {
		const pattern = new RegExp(`^${url.replace(/:[a-z_]+/g, '[^/]+')}$`);
		const entry = known.get(url) ?? { pattern, methods: new Set<string>() };
		known.set(url, entry);
		for (const one of [method].flat()) entry.methods.add(one);
	});
	return (url) => {
		const path = url.split('?', 1)[0] ?? '';
		const matching = [...known.values()].filter(({ pattern }) => pattern.test(path));
		return [...new Set(matching.flatMap(({ methods }) => [...methods]))];
	};
}

/** `/api/v1/recipients/:client_id` as the documentation writes it. */
export function documented(url: string | undefined): string {
	return url?.replace(/:([a-z_]+)/g, '{$1}') ?? '(none)';
}
