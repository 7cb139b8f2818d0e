import type { Operation, Parameter, Reference, Schema } from './document';
import { bodyProblems, isEmpty, lowerCased, mediaType, parsed } from './media';
import type { Match } from './operations';
import type { Check } from './schemas';

/**
 * `path` is percent-encoded and may carry the query. Without `headers` their checks are left out
 * (a request seen before it is signed). `body` is a string, or already parsed.
 */
export interface RequestToCheck {
	readonly method: string;
	readonly path: string;
	readonly query?: Readonly<Record<string, unknown>>;
	readonly headers?: Readonly<Record<string, unknown>>;
	readonly body?: unknown;
}

export interface Parts {
	readonly schema: (schema: Schema) => Check;
	readonly parameter: (schema: Schema) => Check;
	readonly follow: <T extends object>(node: T | Reference) => T;
}

function queryOf({ path, query }: RequestToCheck): Readonly<Record<string, unknown>> {
	const inPath = new URLSearchParams(path.split('?').slice(1).join('?'));
	const given = Object.entries(query ?? {}).filter(([, value]) => value !== undefined);
	return { ...Object.fromEntries(inPath), ...Object.fromEntries(given) };
}

function parameterProblems(match: Match, request: RequestToCheck, parts: Parts): string[] {
	const query = queryOf(request);
	const values = {
		path: match.pathValues as Readonly<Record<string, unknown>>,
		query,
		header: lowerCased(request.headers ?? {}),
	};
	const checked = match.parameters.flatMap((parameter) => {
		const value = values[parameter.in][parameter.name];
		const what = `${parameter.in} parameter ${parameter.name}`;
		if (value !== undefined) return parts.parameter(parameter.schema)(value, what);
		return parameter.required ? [`${what} is missing`] : [];
	});
	const declared = (name: string): boolean =>
		match.parameters.some((each: Parameter) => each.in === 'query' && each.name === name);
	const unknown = Object.keys(query).filter((name) => !declared(name));
	return [...checked, ...unknown.map((name) => `query parameter ${name} is not declared`)];
}

const contentTypeOf = ({ headers }: RequestToCheck): string =>
	String(lowerCased(headers ?? {})['content-type'] ?? 'application/json');

function hasSecretInBody(request: RequestToCheck): boolean {
	const value = parsed(mediaType(contentTypeOf(request)), request.body)?.value;
	return typeof value === 'object' && value !== null && 'client_secret' in value;
}

function authenticationProblems(operation: Operation, request: RequestToCheck): string[] {
	if (!request.headers) return [];
	const sent = String(lowerCased(request.headers)['authorization'] ?? '');
	if (operation['x-client-authentication']) {
		if (/^Basic \S/i.test(sent) !== hasSecretInBody(request)) return [];
		return ['the client secret must be in the body or in a Basic header: in one of the two'];
	}
	if (operation.security) return [];
	return /^Bearer \S/i.test(sent) ? [] : ['the Authorization header carries no bearer token'];
}

/** Gives the check of a request that reached an operation. */
export function requestChecker(parts: Parts): (match: Match, request: RequestToCheck) => string[] {
	const body = (operation: Operation, request: RequestToCheck): string[] => {
		const declared = operation.requestBody;
		if (!declared) return isEmpty(request.body) ? [] : ['a body was sent, none is declared'];
		if (isEmpty(request.body)) return ['the body is missing'];
		return bodyProblems(declared.content, contentTypeOf(request), request.body, (media, value) =>
			parts.schema(media.schema)(value, 'body'),
		);
	};
	return (match, request) => {
		const wrongBody = body(match.operation, request);
		return [
			...parameterProblems(match, request, parts),
			...wrongBody,
			...(wrongBody.length > 0 ? [] : authenticationProblems(match.operation, request)),
		];
	};
}
