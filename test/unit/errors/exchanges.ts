import { parseBody } from '../../../outbound/model/parseBody';
import type { ApiRequest, ApiResponse, Exchange, Family } from '../../../outbound/wire';

export function request(family: Family, changes: Partial<ApiRequest> = {}): ApiRequest {
	return {
		method: 'GET',
		family,
		path: '/api/any',
		expects: 'json',
		purpose: 'list the accounts',
		...changes,
	};
}

export const response = (
	status: number,
	body: unknown,
	headers: Record<string, string> = {},
): ApiResponse => ({ status, headers, body: parseBody(body) });

export const answered = (
	status: number,
	body: unknown,
	headers: Record<string, string> = {},
): Exchange => ({ kind: 'answered', response: response(status, body, headers) });

export const unanswered = (code: string, neverSent = false): Exchange => ({
	kind: 'unanswered',
	reason: { code, neverSent },
});
