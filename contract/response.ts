import type { Response } from './document';
import { bodyProblems, isEmpty, lowerCased } from './media';
import type { Match } from './operations';
import type { Parts } from './request';

/** Without `headers` their checks are left out. `body` is a string, bytes, or already parsed. */
export interface ResponseToCheck {
	readonly method: string;
	readonly path: string;
	readonly status: number;
	readonly contentType?: string | undefined;
	readonly headers?: Readonly<Record<string, unknown>>;
	readonly body?: unknown;
}

function declaredResponse(match: Match, status: number, parts: Parts): Response | undefined {
	const { responses } = match.operation;
	const found = responses[String(status)] ?? responses[`${String(status)[0] ?? ''}XX`];
	return found && parts.follow(found);
}

function headerProblems(declared: Response, answer: ResponseToCheck, parts: Parts): string[] {
	if (!answer.headers) return [];
	const sent = lowerCased(answer.headers);
	return Object.entries(declared.headers ?? {}).flatMap(([name, node]) => {
		const header = parts.follow(node);
		const value = sent[name.toLowerCase()];
		if (value !== undefined) return parts.parameter(header.schema)(value, `header ${name}`);
		return header.required ? [`header ${name} is missing`] : [];
	});
}

function contentProblems(declared: Response, answer: ResponseToCheck, parts: Parts): string[] {
	const { content } = declared;
	if (!content) return isEmpty(answer.body) ? [] : ['a body was sent, none is declared'];
	if (isEmpty(answer.body)) return declared['x-body-optional'] ? [] : ['the body is missing'];
	const contentType =
		answer.contentType ?? String(lowerCased(answer.headers ?? {})['content-type'] ?? '');
	return bodyProblems(content, contentType, answer.body, (media, value) =>
		parts.schema(media.schema)(value, 'body'),
	);
}

/** Gives the check of an answer to an operation. */
export function responseChecker(parts: Parts): (match: Match, answer: ResponseToCheck) => string[] {
	return (match, answer) => {
		const declared = declaredResponse(match, answer.status, parts);
		const { operationId } = match.operation;
		if (!declared) return [`status ${answer.status} is not declared for ${operationId}`];
		return [
			...headerProblems(declared, answer, parts),
			...contentProblems(declared, answer, parts),
		];
	};
}
