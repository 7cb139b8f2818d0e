import type { Failure } from '../failure';

const MAYBE_DONE =
	'Flinks may have carried this out although no clear answer arrived: look at the current state before asking again.';

const joined = (label: string, parts: ReadonlyArray<string | false>) => {
	const present = parts.filter((part) => part !== false);
	return present.length > 0 && `${label}${present.join(', ')}.`;
};

/** Several lines for the editor: what to do, what Flinks said, and what its support will ask for. */
export function describeFailure(failure: Failure): string {
	const { code, status, text, correlationId, traceId, retryAfterMs } = failure;
	const lines = [
		sentence(failure.remedy),
		failure.ambiguous === true && MAYBE_DONE,
		retryAfterMs !== undefined &&
			`Flinks asked to wait ${Math.ceil(retryAfterMs / 1000)} s before the next request.`,
		text !== undefined && sentence(`Flinks said: ${text}`),
		joined('', [
			code !== undefined && `Flinks code ${code}`,
			status !== undefined && `HTTP ${status}`,
		]),
		joined('Quote to Flinks support: ', [
			correlationId !== undefined && `correlation ID ${correlationId}`,
			traceId !== undefined && `trace ID ${traceId}`,
		]),
	];
	return lines.filter((line) => line !== false).join('\n');
}

/** n8n's panel drops line breaks, so every part ends by itself. */
function sentence(words: string): string {
	return /[.!?]$/.test(words) ? words : `${words}.`;
}
