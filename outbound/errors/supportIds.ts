import type { ApiResponse } from '../wire';
import type { Failure } from '../failure';
import { cleanText, type Hide } from './clean';

const TRACE = /^(?:[0-9a-f]{16,32}|00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2})$/i;

function readId(value: unknown, hide: Hide): string | undefined {
	if (typeof value !== 'string' || !/^[\w.:-]{1,80}$/.test(value)) return undefined;
	if (hide(value) !== value) return undefined;
	return TRACE.test(value) || cleanText(value) === value ? value : undefined;
}

/** The two ids that Flinks asks for in a support request; only what has the form of an id is kept. */
export function readSupportIds(
	headers: ApiResponse['headers'],
	hide: Hide,
): Pick<Failure, 'correlationId' | 'traceId'> {
	const correlationId = readId(headers['ob-correlation-id'], hide);
	const traceId = readId(headers['ob-trace-id'], hide);
	return {
		...(correlationId !== undefined && { correlationId }),
		...(traceId !== undefined && { traceId }),
	};
}
