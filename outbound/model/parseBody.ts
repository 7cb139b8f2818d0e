/**
 * A body as a value: bytes as text, and a text as what it is in JSON. Done once, where an answer comes
 * in; a text that is no JSON stays as it is.
 */
export function parseBody(body: unknown): unknown {
	const text = asText(body);
	if (typeof text !== 'string') return text;
	try {
		const value: unknown = JSON.parse(text);
		return value;
	} catch {
		return text;
	}
}

/** Without a copy of the bytes: an answer may be large. */
function asText(body: unknown): unknown {
	if (Buffer.isBuffer(body)) return body.toString('utf8');
	if (body instanceof ArrayBuffer) return Buffer.from(body).toString('utf8');
	if (!(body instanceof Uint8Array)) return body;
	return Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8');
}
